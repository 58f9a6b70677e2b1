package io.deskhand.server.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.protocol.CalendarPage;
import io.deskhand.protocol.CalendarRequest;
import io.deskhand.protocol.SlaPolicyPage;
import io.deskhand.protocol.SlaPolicyRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.SlaReads;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The routes of what deadlines come from, policies or calendars, for admins.
 *
 * @param <T> one of them
 * @param <R> the body that makes or changes one
 */
public final class SettingRoutes<T, R> {
  private final Ledger ledger;
  private final Writes writes;
  private final Kind<T, R> kind;

  /** What differs between them. */
  private record Kind<T, R>(
      Class<R> body,
      Function<SlaReads, List<T>> all,
      Function<T, UUID> id,
      Function<ListSlice.Part<T>, Object> page,
      Function<Tx, Change<T, R>> change) {}

  /** How one of them is changed, in one transaction; fails with problems. */
  interface Change<T, R> {
    T create(R request);

    T patch(UUID id, JsonNode patch);

    void delete(UUID id);
  }

  private SettingRoutes(Ledger ledger, Writes writes, Kind<T, R> kind) {
    this.ledger = ledger;
    this.writes = writes;
    this.kind = kind;
  }

  /** The routes of SLA policies. */
  public static SettingRoutes<SlaPolicy, SlaPolicyRequest> policies(Ledger ledger, Writes writes) {
    return new SettingRoutes<>(
        ledger,
        writes,
        new Kind<>(
            SlaPolicyRequest.class,
            SlaReads::policies,
            SlaPolicy::id,
            part -> new SlaPolicyPage(part.rows(), part.total(), part.nextCursor()),
            PolicyChange::new));
  }

  /** The routes of the calendars that policies count in. */
  public static SettingRoutes<BusinessCalendar, CalendarRequest> calendars(
      Ledger ledger, Writes writes) {
    return new SettingRoutes<>(
        ledger,
        writes,
        new Kind<>(
            CalendarRequest.class,
            SlaReads::calendars,
            BusinessCalendar::id,
            part -> new CalendarPage(part.rows(), part.total(), part.nextCursor()),
            CalendarChange::new));
  }

  /** GET of all of them. */
  public Reply list(Exchange exchange) {
    Access.admins(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    List<T> all = ledger.read(view -> kind.all().apply(view.sla()));
    return Reply.ok(kind.page().apply(slice.of(all, kind.id())));
  }

  /** POST. */
  public Reply create(Exchange exchange) {
    Access.admins(exchange);
    R request = exchange.body(kind.body());
    return writes.write(exchange, tx -> Reply.of(201, kind.change().apply(tx).create(request)));
  }

  /** PATCH of the one in the path. */
  public Reply patch(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(exchange, tx -> Reply.ok(kind.change().apply(tx).patch(id, patch)));
  }

  /** DELETE of the one in the path; not of a calendar while a policy counts in it. */
  public Reply delete(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          kind.change().apply(tx).delete(id);
          return Reply.empty();
        });
  }
}
