package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.Delays;
import io.deskhand.sync.Drafts;
import java.time.Duration;
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

  /** Saves now; an empty text removes the draft. */
  void save(UUID ticketId, String words, int caret, boolean note) {
    drop();
    write(new Drafts.Draft(ticketId, words, caret, note, at.clock().instant()));
  }

  /** The ticket's draft, if there is one. */
  Optional<Drafts.Draft> of(UUID ticketId) {
    return at.desk().drafts().of(ticketId);
  }

  /** Takes words that are in the outbox now out of a draft that is not on the screen. */
  void sent(UUID ticketId, String words) {
    of(ticketId)
        .ifPresent(
            left ->
                write(
                    new Drafts.Draft(
                        ticketId,
                        DraftText.without(Optional.of(words), left.text()),
                        left.caret(),
                        left.internal(),
                        at.clock().instant())));
  }

  private void write(Drafts.Draft draft) {
    at.surface(at.desk().drafts().save(draft));
  }
}
