package io.deskhand.server.store;

import io.deskhand.model.Metric;
import io.deskhand.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlMetrics implements MetricWrites {
  private static final Table<Metric> TABLE =
      Table.<Metric>named("metrics")
          .id("id", Metric::id)
          .text("name", Metric::name)
          .real("amount", Metric::value)
          .json("dimensions", Metric::dimensions)
          .id("ticket_id", Metric::ticketId)
          .time("recorded_at", Metric::recordedAt)
          .build();

  private final Handle handle;

  SqlMetrics(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void record(Metric metric) {
    TABLE.insert(handle, metric);
  }

  @Override
  public List<Metric> page(Filter filter, Scope scope, @Nullable Position before, int limit) {
    Where where = where(filter, scope);
    if (before != null) {
      Visible.before(where, "x.recorded_at", before);
    }
    String sql =
        "SELECT x.* FROM metrics x WHERE %s ORDER BY x.recorded_at DESC, x.id DESC LIMIT %d"
            .formatted(where.sql(), limit);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(SqlMetrics::read)).list();
  }

  @Override
  public long count(Filter filter, Scope scope) {
    Where where = where(filter, scope);
    return where
        .bindTo(handle.createQuery("SELECT COUNT(*) FROM metrics x WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  private static Where where(Filter filter, Scope scope) {
    Where ofTickets = Visible.throughTicket(scope);
    Where where =
        scope.role().isLead()
            ? Visible.either(ofTickets, new Where().and("x.ticket_id IS NULL"))
            : ofTickets;
    if (filter.name() != null) {
      where.and("x.name = ?", filter.name());
    }
    if (filter.ticketId() != null) {
      where.and("x.ticket_id = ?", filter.ticketId());
    }
    if (filter.from() != null) {
      where.and("x.recorded_at >= ?", filter.from());
    }
    if (filter.to() != null) {
      where.and("x.recorded_at < ?", filter.to());
    }
    return where;
  }

  private static Metric read(Row row) throws SQLException {
    Map<String, String> dimensions = new HashMap<>();
    Json.parse(row.text("dimensions").getBytes(StandardCharsets.UTF_8))
        .properties()
        .forEach(entry -> dimensions.put(entry.getKey(), entry.getValue().asText()));
    return new Metric(
        row.id("id"),
        row.text("name"),
        row.real("amount"),
        dimensions,
        row.idOrNull("ticket_id"),
        row.time("recorded_at"));
  }
}
