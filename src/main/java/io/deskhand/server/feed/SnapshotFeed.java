package io.deskhand.server.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.server.index.Hits;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import io.deskhand.server.store.TicketOrder;
import io.deskhand.server.web.Cursors;
import io.deskhand.server.web.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one session sees, in pages. The pages are of different moments; what changes
 * meanwhile is in the log after the head that the first page names, so that a replay from there
 * makes the copy whole. Thread-safe.
 */
final class SnapshotFeed {
  /** Never changes, so that nothing that is changed meanwhile moves past the cursor. */
  private static final TicketOrder NEWEST_FIRST = new TicketOrder(TicketOrder.Key.CREATED_AT, true);

  private static final int TICKETS_AT_ONCE = 2_500;

  /** A page ends here even if it has fewer rows than asked for. */
  private static final long MOST_CHARS = 8L << 20;

  private static final long USUAL_CHARS = 900;

  private final Ledger ledger;
  private final TicketIndex index;

  SnapshotFeed(Ledger ledger, TicketIndex index) {
    this.ledger = ledger;
    this.index = index;
  }

  /**
   * @param cursor null for the first page
   * @throws ProblemException with {@code resync} if the cursor is of another epoch or scope, or the
   *     log after its head is gone; with {@code validation_failed} if it is not one
   */
  SnapshotPage page(Session who, @Nullable String cursor, int limit) {
    if (cursor == null) {
      long head = ledger.head();
      long total = index.count(TicketFilter.ALL, who.scope());
      Page page = new Page(ledger, index, who, limit);
      page.addDesk(head);
      return page.fill(
          new SnapshotCursor(
              head, ledger.epoch(), who.scopeVersion(), SnapshotPart.MINE, null, null, total));
    }
    SnapshotCursor at = Cursors.read(cursor, SnapshotCursor.class);
    requireCurrent(at, who);
    return new Page(ledger, index, who, limit).fill(at);
  }

  private void requireCurrent(SnapshotCursor at, Session who) {
    if (!at.epoch().equals(ledger.epoch())
        || at.scopeVersion() != who.scopeVersion()
        || at.head() < ledger.floor()
        || at.head() > ledger.head()) {
      throw ProblemException.of(
          ErrorCode.RESYNC, "This snapshot can not be gone on with: take a new one");
    }
  }

  /** One page while it is filled. */
  private static final class Page {
    private final Ledger ledger;
    private final TicketIndex index;
    private final Session who;
    private final int limit;
    private final List<Change> rows = new ArrayList<>();
    private long chars;

    Page(Ledger ledger, TicketIndex index, Session who, int limit) {
      this.ledger = ledger;
      this.index = index;
      this.who = who;
      this.limit = limit;
    }

    void addDesk(long head) {
      if (!who.scope().sees(Audience.STAFF)) {
        return;
      }
      ledger
          .read(view -> view.staff().all())
          .forEach(agent -> put(head, EntityType.AGENT, agent.id(), agent));
      ledger
          .read(view -> view.departments().all())
          .forEach(department -> put(head, EntityType.DEPARTMENT, department.id(), department));
      ledger
          .read(view -> view.categories().all())
          .forEach(category -> put(head, EntityType.CATEGORY, category.key(), category));
    }

    SnapshotPage fill(SnapshotCursor from) {
      SnapshotCursor next = from;
      while (next != null && rows.size() < limit && chars < MOST_CHARS) {
        next = addTickets(next);
      }
      return new SnapshotPage(
          rows,
          next == null ? null : Cursors.write(next),
          from.head(),
          from.epoch(),
          SyncPoints.SCHEMA,
          from.scopeVersion(),
          from.total());
    }

    private @Nullable SnapshotCursor addTickets(SnapshotCursor from) {
      int wanted = Math.min(TICKETS_AT_ONCE, limit - rows.size());
      Scope scope = who.scope();
      TicketFilter filter = from.part().filter(scope);
      TicketOrder.Place last = from.place();
      Hits hits =
          last == null
              ? index.page(filter, scope, NEWEST_FIRST, wanted, 0)
              : index.pageAfter(filter, scope, NEWEST_FIRST, wanted, last);
      for (Ticket ticket : ledger.read(view -> view.tickets().all(hits.ids(), scope))) {
        // Of the active tickets, one's own were sent before.
        if (from.part() != SnapshotPart.ACTIVE || !ticket.isWith(scope.userId())) {
          put(from.head(), EntityType.TICKET, ticket.id(), ticket);
          chars += charsOf(ticket);
        }
      }
      if (hits.next() != null) {
        return from.at(from.part(), hits.next());
      }
      SnapshotPart part = from.part().next();
      return part == null ? null : from.at(part, null);
    }

    private void put(long head, EntityType entity, Object id, Object row) {
      rows.add(
          new Change(
              head, entity, id.toString(), Change.Op.PUT, JsonNodeFactory.instance.pojoNode(row)));
    }

    /** About: what is long in a ticket are its texts. */
    private static long charsOf(Ticket ticket) {
      return USUAL_CHARS + length(ticket.description()) + length(ticket.resolution());
    }

    private static int length(@Nullable String text) {
      return text == null ? 0 : text.length();
    }
  }
}
