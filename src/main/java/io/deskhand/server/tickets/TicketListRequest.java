package io.deskhand.server.tickets;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import io.deskhand.server.store.TicketOrder;
import io.deskhand.server.web.Cursors;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What GET /support/tickets is asked for.
 *
 * @param offset how many tickets are skipped; 0 where {@code after} is given
 * @param after the place in the order to go on from
 */
public record TicketListRequest(
    TicketFilter filter,
    TicketOrder order,
    int limit,
    long offset,
    TicketOrder.@Nullable Place after) {
  private static final int LAST_PAGE = 1_000_000;
  private static final String ME = "me";
  private static final String NONE = "none";

  /** A cursor says which order it is a place in, so that it fits no other. */
  private record Cursor(String sort, TicketOrder.Place place) {}

  /**
   * Reads the parameters of the list route.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} naming each that
   *     is wrong or unknown
   */
  public static TicketListRequest read(Params params, Scope scope) {
    TicketFilter filter = filterOf(params, scope);
    TicketOrder order = order(params, filter.text() != null);
    int limit = params.number("limit", 1, Limits.PAGE, Limits.DEFAULT_PAGE);
    int page = params.number("page", 1, LAST_PAGE, 1);
    String cursor = params.text("cursor");
    if (cursor != null && params.has("page")) {
      params.wrong("page", "give a page or a cursor, not both");
    }
    params.check();
    TicketOrder.Place after = cursor == null ? null : place(cursor, order);
    return new TicketListRequest(filter, order, limit, (page - 1L) * limit, after);
  }

  /** Reads only the parameters that say which tickets; others are refused. */
  public static TicketFilter filter(Params params, Scope scope) {
    TicketFilter filter = filterOf(params, scope);
    params.check();
    return filter;
  }

  /** The tickets of a saved view: the parameters of the list but for those of its pages. */
  public static TicketFilter saved(Params params, Scope scope) {
    TicketFilter filter = filterOf(params, scope);
    order(params, filter.text() != null);
    params.check();
    return filter;
  }

  private static TicketFilter filterOf(Params params, Scope scope) {
    String assignedTo = params.text("assignedTo");
    boolean named = assignedTo != null && !assignedTo.equals(ME) && !assignedTo.equals(NONE);
    UUID assignee = named ? params.id("assignedTo") : null;
    return new TicketFilter(
        params.names("status", Status.class),
        params.names("priority", Priority.class),
        params.texts("category"),
        params.names("channel", Channel.class),
        ME.equals(assignedTo) ? scope.userId() : assignee,
        NONE.equals(assignedTo),
        params.id("departmentId"),
        params.id("organizationId"),
        params.id("customerId"),
        params.texts("tag"),
        params.time("createdFrom"),
        params.after("createdTo"),
        params.time("updatedSince"),
        params.flag("snoozed"),
        params.text("q"));
  }

  /** What fits a text best comes first, unless it is asked for otherwise. */
  private static TicketOrder order(Params params, boolean withText) {
    String sort = params.text("sort");
    if (sort == null) {
      return new TicketOrder(
          withText ? TicketOrder.Key.RELEVANCE : TicketOrder.Key.CREATED_AT, true);
    }
    boolean descending = sort.startsWith("-");
    String name = descending || sort.startsWith("+") ? sort.substring(1) : sort;
    return WireEnum.parse(TicketOrder.Key.class, name)
        .filter(key -> key != TicketOrder.Key.RELEVANCE || withText)
        .map(key -> new TicketOrder(key, descending))
        .orElseGet(
            () -> {
              params.wrong("sort", "unknown value " + sort);
              return new TicketOrder(TicketOrder.Key.CREATED_AT, true);
            });
  }

  /** The cursor that leads on from {@code place}. */
  String cursor(TicketOrder.Place place) {
    return Cursors.write(new Cursor(nameOf(order), place));
  }

  private static TicketOrder.Place place(String text, TicketOrder order) {
    Cursor cursor = Cursors.read(text, Cursor.class);
    boolean fits = nameOf(order).equals(cursor.sort()) && cursor.place() != null;
    if (!fits || cursor.place().id() == null) {
      throw Problems.invalid("cursor", "not a cursor of this list");
    }
    return cursor.place();
  }

  private static String nameOf(TicketOrder order) {
    return (order.descending() ? "-" : "") + order.key();
  }
}
