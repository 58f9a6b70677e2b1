package io.deskhand.server.feed;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Session;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The routes that copies of the desk are kept by (see src/docs/protocol.md). */
public final class FeedRoutes {
  private static final int DEFAULT_LIMIT = 500;
  private static final Parameter LIMIT =
      Parameter.one("limit", Integer.class, "About how many, 1 to " + Limits.SYNC_PAGE);

  private static final Parameter EPOCH =
      Parameter.one("epoch", UUID.class, "Which life of the desk the copy is of");
  private static final Parameter SCOPE =
      Parameter.one("scopeVersion", Long.class, "Which scope of the session the copy is of");

  /** What {@link #changes} is asked with. */
  public static final List<Parameter> CHANGES =
      List.of(
          Parameter.one("since", Long.class, "The cursor: next of the page before, or a head"),
          LIMIT,
          EPOCH,
          SCOPE);

  /** What {@link #snapshot} is asked with. */
  public static final List<Parameter> SNAPSHOT =
      List.of(Parameter.one("cursor", String.class, "next of the page before"), LIMIT);

  /** What {@link #checksum} is asked with. */
  public static final List<Parameter> CHECKSUM = List.of(EPOCH, SCOPE);

  private final Ledger ledger;
  private final TicketIndex index;
  private final ChangeFeed changes;
  private final SnapshotFeed snapshots;

  public FeedRoutes(Ledger ledger, TicketIndex index) {
    this.ledger = ledger;
    this.index = index;
    this.changes = new ChangeFeed(ledger);
    this.snapshots = new SnapshotFeed(ledger, index);
  }

  /**
   * GET /support/changes?since=SEQ&amp;limit=N. A copy that says which {@code epoch} and {@code
   * scopeVersion} it is of is told to resync where they are not those of now.
   */
  public Reply changes(Exchange exchange) {
    Session who = exchange.session();
    Params params = exchange.params();
    long since = params.bigNumber("since", 0, Long.MAX_VALUE, 0);
    int limit = limit(params);
    requireSameCopy(params, who);
    return Reply.ok(changes.page(who, since, limit));
  }

  /** GET /support/snapshot?cursor=C&amp;limit=N. */
  public Reply snapshot(Exchange exchange) {
    Params params = exchange.params();
    @Nullable String cursor = params.text("cursor");
    int limit = limit(params);
    params.check();
    return Reply.ok(snapshots.page(exchange.session(), cursor, limit));
  }

  /**
   * GET /support/checksum. As with {@link #changes}, a copy of another {@code epoch} or {@code
   * scopeVersion} is told to resync: it adds up to something else.
   */
  public Reply checksum(Exchange exchange) {
    Session who = exchange.session();
    requireSameCopy(exchange.params(), who);
    return Reply.ok(index.checksum(who.scope()));
  }

  private static int limit(Params params) {
    return params.number("limit", 1, Limits.SYNC_PAGE, DEFAULT_LIMIT);
  }

  private void requireSameCopy(Params params, Session who) {
    UUID epoch = params.id("epoch");
    long scopeVersion = params.bigNumber("scopeVersion", 0, Long.MAX_VALUE, who.scopeVersion());
    params.check();
    if ((epoch != null && !epoch.equals(ledger.epoch())) || scopeVersion != who.scopeVersion()) {
      throw ProblemException.of(
          ErrorCode.RESYNC, "What you have is of another desk or scope: take a new snapshot");
    }
  }
}
