package io.deskhand.server.store;

import io.deskhand.model.Deal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlDeals implements DealWrites {
  private static final Table<Deal> TABLE =
      Table.<Deal>named("deals")
          .id("id", Deal::id)
          .text("name", Deal::name)
          .name("stage", Deal::stage)
          .numberOrNull("amount", Deal::amount)
          .id("customer_id", Deal::customerId)
          .id("organization_id", Deal::organizationId)
          .id("owner_id", Deal::ownerId)
          .time("created_at", Deal::createdAt)
          .time("updated_at", Deal::updatedAt)
          .bigNumber("version", Deal::version)
          .build();

  private final Keyset<Deal> deals;
  private final Handle handle;

  SqlDeals(Handle handle) {
    this.handle = handle;
    this.deals = new Keyset<>(handle, "deals", Row.mapper(SqlDeals::read));
  }

  @Override
  public Optional<Deal> find(UUID id) {
    return deals.find(id);
  }

  @Override
  public List<Deal> page(DealFilter filter, @Nullable UUID after, int limit) {
    return deals.page(where(filter), after, limit);
  }

  @Override
  public long count(DealFilter filter) {
    return deals.count(where(filter));
  }

  @Override
  public void insert(Deal deal) {
    TABLE.insert(handle, deal);
  }

  @Override
  public void update(Deal deal) {
    TABLE.update(handle, deal);
  }

  private static Where where(DealFilter filter) {
    Where where = new Where();
    if (filter.customerId() != null) {
      where.and("x.customer_id = ?", filter.customerId());
    }
    if (filter.organizationId() != null) {
      where.and("x.organization_id = ?", filter.organizationId());
    }
    return where;
  }

  private static Deal read(Row row) throws SQLException {
    return new Deal(
        row.id("id"),
        row.text("name"),
        row.name("stage", Deal.Stage.class),
        row.bigNumberOrNull("amount"),
        row.idOrNull("customer_id"),
        row.idOrNull("organization_id"),
        row.idOrNull("owner_id"),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
