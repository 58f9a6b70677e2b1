package io.deskhand.server.store;

import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlSla implements SlaWrites {
  private final Handle handle;

  SqlSla(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<SlaPolicy> policies() {
    return handle
        .createQuery("SELECT p.* FROM sla_policies p ORDER BY p.name, p.id")
        .map(Row.mapper(SlaRows::policy))
        .list();
  }

  @Override
  public List<BusinessCalendar> calendars() {
    return handle
        .createQuery("SELECT c.* FROM calendars c WHERE NOT c.deleted ORDER BY c.name, c.id")
        .map(Row.mapper(SlaRows::calendar))
        .list();
  }

  @Override
  public Optional<BusinessCalendar> calendar(UUID id) {
    return handle
        .createQuery("SELECT c.* FROM calendars c WHERE c.id = ?")
        .bind(0, id)
        .map(Row.mapper(SlaRows::calendar))
        .findOne();
  }

  @Override
  public BusinessTime hours(UUID calendarId) {
    return BusinessTime.of(calendar(calendarId).orElseThrow());
  }

  @Override
  public Optional<SlaClock> clock(UUID ticketId) {
    return handle
        .createQuery("SELECT k.* FROM ticket_clocks k WHERE k.ticket_id = ?")
        .bind(0, ticketId)
        .map(Row.mapper(ClockRows::read))
        .findOne();
  }

  @Override
  public List<SlaClock> withNews(Instant until, int limit) {
    return handle
        .createQuery(
            """
            SELECT k.* FROM ticket_clocks k
            WHERE k.alert_at >= ? AND k.alert_at <= ? ORDER BY k.alert_at, k.ticket_id LIMIT ?\
            """)
        // Without a first moment H2 walks through all the clocks that have none.
        .bind(0, Instant.EPOCH)
        .bind(1, until)
        .bind(2, limit)
        .map(Row.mapper(ClockRows::read))
        .list();
  }

  @Override
  public List<SlaStanding> standings(Collection<UUID> ticketIds) {
    return ticketIds.isEmpty()
        ? List.of()
        : standings(new Where().andIn("k.ticket_id", ticketIds), ticketIds.size());
  }

  @Override
  public List<SlaStanding> standings(@Nullable UUID after, int limit) {
    Where where = new Where();
    if (after != null) {
      where.and("k.ticket_id > ?", after);
    }
    return standings(where, limit);
  }

  private List<SlaStanding> standings(Where where, int limit) {
    String sql =
        """
        SELECT k.ticket_id, k.reopened, k.response_millis, k.response_due_at, k.response_ended,
          k.response_late, k.response_told, k.resolution_millis, k.resolution_due_at,
          k.resolution_ended, k.resolution_late, k.resolution_told
        FROM ticket_clocks k WHERE %s ORDER BY k.ticket_id LIMIT %d\
        """
            .formatted(where.sql(), limit);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(ClockRows::standing)).list();
  }

  @Override
  public List<SlaAlert> alerts(UUID ticketId) {
    return handle
        .createQuery(
            "SELECT a.* FROM sla_alerts a WHERE a.ticket_id = ? ORDER BY a.due_at, a.told_at")
        .bind(0, ticketId)
        .map(Row.mapper(SlaRows::alert))
        .list();
  }

  @Override
  public void insert(SlaPolicy policy) {
    SlaRows.POLICIES.insert(handle, policy);
  }

  @Override
  public void update(SlaPolicy policy) {
    SlaRows.POLICIES.update(handle, policy);
  }

  @Override
  public void deletePolicy(UUID id) {
    handle.execute("DELETE FROM sla_policies WHERE id = ?", id);
  }

  @Override
  public void insert(BusinessCalendar calendar) {
    SlaRows.CALENDARS.insert(handle, calendar);
  }

  @Override
  public void update(BusinessCalendar calendar) {
    SlaRows.CALENDARS.update(handle, calendar);
  }

  @Override
  public void deleteCalendar(UUID id) {
    handle.execute("UPDATE calendars SET deleted = TRUE WHERE id = ?", id);
  }

  @Override
  public void start(SlaClock clock) {
    ClockRows.TABLE.insert(handle, clock);
  }

  @Override
  public void update(SlaClock clock) {
    ClockRows.TABLE.update(handle, clock);
  }

  @Override
  public void silence(UUID ticketId) {
    handle.execute("UPDATE ticket_clocks SET alert_at = NULL WHERE ticket_id = ?", ticketId);
  }

  @Override
  public void record(SlaAlert alert, Instant now) {
    handle.execute(
        """
        INSERT INTO sla_alerts (ticket_id, target, kind, cycle, due_at, told_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        alert.ticketId(),
        alert.target(),
        alert.kind(),
        alert.cycle(),
        alert.dueAt(),
        now);
  }
}
