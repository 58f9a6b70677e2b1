package io.deskhand.server.store;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlStats implements StatsReads {
  private static final String AVERAGES =
      """
      AVG(CAST(EXTRACT(EPOCH FROM (t.first_response_at - t.created_at)) AS DOUBLE PRECISION))
        AS first_response,
      AVG(CAST(EXTRACT(EPOCH FROM (t.resolved_at - t.created_at)) AS DOUBLE PRECISION))
        AS resolution,
      AVG(CAST(t.satisfaction AS DOUBLE PRECISION)) AS satisfaction\
      """;

  private static final String HANDLER = "COALESCE(t.escalated_to, t.assigned_to)";

  private final Handle handle;

  SqlStats(Handle handle) {
    this.handle = handle;
  }

  private record Count<K>(K key, long count) {}

  private record GroupCount(UUID id, Status status, long count) {}

  private record GroupAverages(UUID id, Averages averages) {}

  @Override
  public Totals totals(Scope scope, Range range) {
    Where where = where(scope, range);
    Where unassigned =
        where(scope, range)
            .and(HANDLER + " IS NULL")
            .and("t.status NOT IN (?, ?)", Status.RESOLVED.wire(), Status.CLOSED.wire());
    return new Totals(
        counts(where, "t.status", Status.class),
        counts(where, "t.priority", Priority.class),
        unassigned
            .bindTo(handle.createQuery("SELECT COUNT(*) FROM tickets t WHERE " + unassigned.sql()))
            .mapTo(Long.class)
            .one(),
        where
            .bindTo(
                handle.createQuery("SELECT " + AVERAGES + " FROM tickets t WHERE " + where.sql()))
            .map(Row.mapper(SqlStats::averages))
            .one());
  }

  @Override
  public List<Group> byAgent(Scope scope, Range range) {
    return groups(HANDLER, scope, range);
  }

  @Override
  public List<Group> byDepartment(Scope scope, Range range) {
    return groups("t.department_id", scope, range);
  }

  private List<Group> groups(String key, Scope scope, Range range) {
    Where where = where(scope, range).and(key + " IS NOT NULL");
    Map<UUID, Map<Status, Long>> counts = new HashMap<>();
    for (GroupCount count : groupCounts(key, where)) {
      counts
          .computeIfAbsent(count.id(), id -> new EnumMap<>(Status.class))
          .put(count.status(), count.count());
    }
    String sql =
        "SELECT %s AS id, %s FROM tickets t WHERE %s GROUP BY %s"
            .formatted(key, AVERAGES, where.sql(), key);
    return where
        .bindTo(handle.createQuery(sql))
        .map(Row.mapper(row -> new GroupAverages(row.id("id"), averages(row))))
        .stream()
        .map(
            group ->
                new Group(group.id(), counts.getOrDefault(group.id(), Map.of()), group.averages()))
        .toList();
  }

  private List<GroupCount> groupCounts(String key, Where where) {
    String sql =
        """
        SELECT %s AS id, t.status AS status, COUNT(*) AS tickets
        FROM tickets t WHERE %s GROUP BY %s, t.status\
        """
            .formatted(key, where.sql(), key);
    return where
        .bindTo(handle.createQuery(sql))
        .map(
            Row.mapper(
                row ->
                    new GroupCount(
                        row.id("id"), row.name("status", Status.class), row.bigNumber("tickets"))))
        .list();
  }

  private <E extends Enum<E> & WireEnum> Map<E, Long> counts(
      Where where, String column, Class<E> type) {
    String sql =
        "SELECT %s AS name, COUNT(*) AS tickets FROM tickets t WHERE %s GROUP BY %s"
            .formatted(column, where.sql(), column);
    Map<E, Long> counts = new EnumMap<>(type);
    where
        .bindTo(handle.createQuery(sql))
        .map(Row.mapper(row -> new Count<>(row.name("name", type), row.bigNumber("tickets"))))
        .forEach(count -> counts.put(count.key(), count.count()));
    return counts;
  }

  private static Averages averages(Row row) throws SQLException {
    return new Averages(
        row.realOrNull("first_response"),
        row.realOrNull("resolution"),
        row.realOrNull("satisfaction"));
  }

  private static Where where(Scope scope, Range range) {
    return TicketSearch.where(TicketFilter.created(range.from(), range.to()), scope);
  }
}
