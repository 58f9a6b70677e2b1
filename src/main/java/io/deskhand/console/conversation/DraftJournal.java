package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.Delays;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.OutgoingFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is typed on disk: soon after each letter, at once when it matters. FX thread only. */
final class DraftJournal {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Delays.Pending NOTHING = () -> {};

  private final DeskContext at;
  private Delays.Pending pending = NOTHING;

  DraftJournal(DeskContext at) {
    this.at = at;
  }

  /** Runs {@code save} when nothing has been typed for a moment. */
  void soon(Runnable save) {
    pending.cancel();
    pending = at.delays().after(SOON, save);
  }

  /** Forgets what was to be saved soon. */
  void drop() {
    pending.cancel();
    pending = NOTHING;
  }

  /** Saves now; an empty one is removed. Nothing happens if it is there as it is. */
  void save(UUID ticketId, Reply reply, int caret, boolean note) {
    drop();
    Drafts.Draft now =
        new Drafts.Draft(ticketId, reply.words(), caret, note, at.clock().instant(), reply.files());
    Optional<Drafts.Draft> there = of(ticketId);
    boolean known = there.map(now::saysTheSameAs).orElse(now.isEmpty());
    if (!known) {
      write(now);
    }
  }

  /** The ticket's draft, if there is one. */
  Optional<Drafts.Draft> of(UUID ticketId) {
    return at.desk().drafts().of(ticketId);
  }

  /** Takes what is in the outbox now out of a draft that is not on the screen. */
  void sent(UUID ticketId, Reply reply) {
    of(ticketId)
        .ifPresent(
            left -> {
              List<OutgoingFile> files = new ArrayList<>(left.files());
              files.removeAll(reply.files());
              String words = DraftText.without(Optional.of(reply.words()), left.text());
              write(left, words, files);
            });
  }

  /** Adds a file to the draft of a ticket that is not on the screen. */
  void add(UUID ticketId, OutgoingFile file) {
    Drafts.Draft left =
        of(ticketId)
            .orElseGet(() -> new Drafts.Draft(ticketId, "", 0, false, at.clock().instant()));
    List<OutgoingFile> files = new ArrayList<>(left.files());
    files.add(file);
    write(left, left.text(), files);
  }

  private void write(Drafts.Draft left, String words, List<OutgoingFile> files) {
    write(
        new Drafts.Draft(
            left.ticketId(), words, left.caret(), left.internal(), at.clock().instant(), files));
  }

  private void write(Drafts.Draft draft) {
    at.surface(at.desk().drafts().save(draft));
  }
}
