package io.deskhand.server.feed;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The log as one session may see it, in pages. Thread-safe. */
final class ChangeFeed {
  /** Rows that are read from the log at once. */
  private static final int BATCH = 2_000;

  /** Rows that one request looks at, so that a page of somebody who sees little ends as well. */
  private static final int MOST_ROWS_LOOKED_AT = 50_000;

  private final Ledger ledger;

  ChangeFeed(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The changes after {@code since}: about {@code limit} of them, the last transaction whole.
   *
   * @throws ProblemException with {@code resync} if the log does not reach from there to its head
   */
  ChangePage page(Session who, long since, int limit) {
    long head = ledger.head();
    requireKept(since, head);
    List<Change> changes = new ArrayList<>();
    long next = since;
    while (next < head && changes.size() < limit && next - since < MOST_ROWS_LOOKED_AT) {
      next = addBatch(who.scope(), next, head, limit, changes);
    }
    return new ChangePage(
        changes, next, next < head, head, ledger.epoch(), SyncPoints.SCHEMA, who.scopeVersion());
  }

  /**
   * @throws ProblemException with {@code resync} if the log after {@code since} is not kept, or was
   *     never written
   */
  private void requireKept(long since, long head) {
    if (since > head || since < ledger.floor()) {
      throw gone(since);
    }
  }

  private static ProblemException gone(long since) {
    return ProblemException.of(
        ErrorCode.RESYNC, "The changes after " + since + " are not here: take a new snapshot");
  }

  /** Adds what is there up to {@code head}: rows beyond it may not be durable yet. */
  private long addBatch(Scope scope, long since, long head, int limit, List<Change> changes) {
    List<LogRow> rows =
        ledger.since(since, BATCH).stream().filter(row -> row.tx() <= head).toList();
    if (rows.isEmpty()) {
      throw gone(since);
    }
    Map<UUID, Audience> now = audiencesNow(scope, rows);
    long next = since;
    for (LogRow row : rows) {
      if (row.tx() != next && changes.size() >= limit) {
        return next;
      }
      next = row.tx();
      add(Verdict.on(row, scope, now), row, changes);
    }
    return next;
  }

  private Map<UUID, Audience> audiencesNow(Scope scope, List<LogRow> rows) {
    var tickets =
        rows.stream()
            .filter(row -> row.isSeenBy(scope))
            .map(LogRow::ticketId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ledger.read(view -> view.sync().audiences(tickets));
  }

  private static void add(Verdict verdict, LogRow row, List<Change> changes) {
    switch (verdict) {
      case HIDDEN -> {}
      case PUT -> changes.add(put(row));
      case REMOVE ->
          changes.add(new Change(row.seq(), row.entity(), row.id(), Change.Op.REMOVE, null));
    }
  }

  private static Change put(LogRow row) {
    byte[] data = Objects.requireNonNull(row.data(), "a put has data");
    String json = new String(data, StandardCharsets.UTF_8);
    return new Change(row.seq(), row.entity(), row.id(), Change.Op.PUT, RawJson.of(json));
  }
}
