package io.deskhand.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Change;
import io.deskhand.server.feed.RawJson;
import io.deskhand.server.feed.Verdict;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Commit;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One commit as frames. Sessions that see the same of it share one encoding, in which only {@code
 * prev} differs. For one thread.
 */
final class CommitFrames {
  private final Commit commit;
  private final Map<UUID, Audience> now;
  private final Map<List<Verdict>, ChangeFrame> byVerdicts = new HashMap<>();
  private final Map<Long, JsonNode> dataBySeq = new HashMap<>();

  /**
   * @param now who may see each of its tickets at the moment of delivery
   */
  CommitFrames(Commit commit, Map<UUID, Audience> now) {
    this.commit = commit;
    this.now = now;
  }

  /** The frame for a session of {@code scope}; empty if it may see none of it. */
  Optional<byte[]> frame(Scope scope, long prev) {
    List<Verdict> verdicts = new ArrayList<>(commit.rows().size());
    boolean hidden = true;
    for (LogRow row : commit.rows()) {
      Verdict verdict = Verdict.on(row, scope, now);
      verdicts.add(verdict);
      hidden &= verdict == Verdict.HIDDEN;
    }
    return hidden
        ? Optional.empty()
        : Optional.of(byVerdicts.computeIfAbsent(verdicts, this::encode).bytes(prev));
  }

  private ChangeFrame encode(List<Verdict> verdicts) {
    List<Change> changes = new ArrayList<>();
    boolean ofTheTicket = false;
    for (int i = 0; i < verdicts.size(); i++) {
      LogRow row = commit.rows().get(i);
      if (verdicts.get(i) != Verdict.HIDDEN) {
        changes.add(change(row, verdicts.get(i)));
        ofTheTicket |= Objects.equals(row.ticketId(), commit.ticketId());
      }
    }
    return ChangeFrame.of(
        commit.event(),
        commit.rows().getLast().seq(),
        changes,
        ofTheTicket ? commit.ticketId() : null);
  }

  private Change change(LogRow row, Verdict verdict) {
    byte[] data = row.data();
    if (verdict == Verdict.REMOVE || data == null) {
      return new Change(row.seq(), row.entity(), row.id(), Change.Op.REMOVE, null);
    }
    JsonNode raw =
        dataBySeq.computeIfAbsent(
            row.seq(), seq -> RawJson.of(new String(data, StandardCharsets.UTF_8)));
    return new Change(row.seq(), row.entity(), row.id(), Change.Op.PUT, raw);
  }
}
