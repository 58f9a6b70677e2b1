package io.deskhand.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlSync implements SyncReads {
  private static final int IDS_AT_ONCE = 500;
  private final Handle handle;

  SqlSync(Handle handle) {
    this.handle = handle;
  }

  private record Seen(UUID id, Audience audience) {}

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
}
