package io.deskhand.server.feed;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Session;
import java.util.List;

/** Brings copies up to date as GET /support/changes does. */
public final class Pull {
  private Pull() {}

  /** Applies everything after {@code since}; returns the cursor afterwards. */
  public static long all(Ledger ledger, Session who, long since, int limit, Replica replica) {
    ChangeFeed feed = new ChangeFeed(ledger);
    long cursor = since;
    ChangePage page;
    do {
      page = feed.page(who, cursor, limit);
      replica.applyAll(reread(page.changes()));
      cursor = page.next();
    } while (page.more());
    return cursor;
  }

  /** Over the wire and back, as raw JSON is only text until then. */
  static List<Change> reread(List<Change> rows) {
    return List.of(Json.read(Json.bytes(rows), Change[].class));
  }
}
