package io.deskhand.server.store;

import io.deskhand.protocol.ScopeChecksum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

final class SqlSync implements SyncReads {
  private static final int IDS_AT_ONCE = 500;
  private final Handle handle;

  SqlSync(Handle handle) {
    this.handle = handle;
  }

  private record Seen(UUID id, Audience audience) {}

  private record Version(long head, @Nullable UUID id, long version) {}

  @Override
  public Map<UUID, Audience> audiences(Collection<UUID> ticketIds) {
    Map<UUID, Audience> audiences = new HashMap<>();
    List<UUID> ids = new ArrayList<>(ticketIds);
    for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
      select(some).forEach(seen -> audiences.put(seen.id(), seen.audience()));
    }
    return audiences;
  }

  private List<Seen> select(List<UUID> ids) {
    Where where = new Where().and("t.deleted_at IS NULL").andIn("t.id", ids);
    String sql =
        """
        SELECT t.id, t.customer_id, t.assigned_to, t.escalated_to, t.department_id
        FROM tickets t WHERE %s\
        """
            .formatted(where.sql());
    return where
        .bindTo(handle.createQuery(sql))
        .map(
            Row.mapper(
                row ->
                    new Seen(
                        row.id("id"),
                        new Audience(
                            row.idOrNull("customer_id"),
                            row.idOrNull("assigned_to"),
                            row.idOrNull("escalated_to"),
                            row.idOrNull("department_id"),
                            false,
                            false))))
        .list();
  }

  /** One statement, so that the head and the tickets are of one moment. */
  @Override
  public Sum sum(Scope scope) {
    Where where = TicketSearch.where(TicketFilter.ALL, scope);
    String sql =
        """
        SELECT s.head, t.id, t.version
        FROM desk_state s LEFT JOIN tickets t ON %s\
        """
            .formatted(where.sql());
    var query =
        where
            .bindTo(handle.createQuery(sql))
            .map(
                Row.mapper(
                    row ->
                        new Version(
                            row.bigNumber("head"), row.idOrNull("id"), row.bigNumber("version"))));
    long head = 0;
    long count = 0;
    long terms = 0;
    try (ResultIterator<Version> versions = query.iterator()) {
      while (versions.hasNext()) {
        Version version = versions.next();
        head = version.head();
        if (version.id() != null) {
          count += 1;
          terms += ScopeChecksum.term(version.id(), version.version());
        }
      }
    }
    return new Sum(head, count, terms);
  }
}
