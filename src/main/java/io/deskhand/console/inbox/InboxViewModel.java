package io.deskhand.console.inbox;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.ui.Preferences;
import io.deskhand.protocol.Notification;
import io.deskhand.sync.Desk;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The notifications, and how many of them are new. FX thread only. */
public final class InboxViewModel implements AutoCloseable {
  private static final String REMEMBERED = "inbox.seen";

  private final Preferences preferences;
  private final LiveProperty<List<Notification>> notifications;
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();

  /** {@code fx} runs tasks on the FX thread. */
  public InboxViewModel(Desk desk, Executor fx, Preferences preferences) {
    this.preferences = preferences;
    this.notifications = new LiveProperty<>(desk.notifications(), fx);
    notifications.property().subscribe(all -> count());
  }

  /** Oldest first. */
  ReadOnlyObjectProperty<List<Notification>> notificationsProperty() {
    return notifications.property();
  }

  /** How many have come since the inbox was last opened. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** All that are there now have been seen. */
  public void markSeen() {
    notifications.get().stream()
        .map(Notification::at)
        .max(Instant::compareTo)
        .ifPresent(last -> preferences.put(REMEMBERED, last));
    count();
  }

  @Override
  public void close() {
    notifications.close();
  }

  private void count() {
    Instant seen = Instant.parse(preferences.get(REMEMBERED, Instant.EPOCH.toString()));
    unseen.set((int) notifications.get().stream().filter(one -> one.at().isAfter(seen)).count());
  }
}
