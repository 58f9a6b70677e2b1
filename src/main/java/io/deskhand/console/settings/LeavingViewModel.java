package io.deskhand.console.settings;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.sync.Desk;
import io.deskhand.sync.PendingIntent;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The ways to sign out, and what they would cost. FX thread only. */
final class LeavingViewModel {
  private final Desk desk;
  private final Outcomes outcomes;
  private final Runnable onSignedOut;
  private final ReadOnlyBooleanWrapper confirming = new ReadOnlyBooleanWrapper();

  /**
   * @param onSignedOut called when the session has ended
   */
  LeavingViewModel(Desk desk, Outcomes outcomes, Runnable onSignedOut) {
    this.desk = desk;
    this.outcomes = outcomes;
    this.onSignedOut = onSignedOut;
  }

  /** How many intents would stay behind, on disk, to be sent, if the session ended now. */
  int unsent() {
    return count(pending -> !pending.isRefused());
  }

  /** How many intents and drafts would be lost if everything here were deleted now. */
  int unsentWords() {
    int kept = count(pending -> pending.state() != PendingIntent.State.RETURNED);
    return kept + desk.drafts().all().get().size();
  }

  private int count(Predicate<PendingIntent> wanted) {
    return (int) desk.outbox().get().stream().filter(wanted).count();
  }

  void signOut() {
    outcomes.then(desk.signOut(), done -> onSignedOut.run());
  }

  /** Whether the next {@link #signOutEverywhere} does it. */
  ReadOnlyBooleanProperty confirmingProperty() {
    return confirming.getReadOnlyProperty();
  }

  /** Asks once, and then does it. */
  void signOutEverywhere() {
    if (confirming.get()) {
      confirming.set(false);
      outcomes.then(desk.signOutEverywhere(), done -> onSignedOut.run());
    } else {
      confirming.set(true);
    }
  }

  /** Whoever comes back later is asked again. */
  void refresh() {
    confirming.set(false);
  }
}
