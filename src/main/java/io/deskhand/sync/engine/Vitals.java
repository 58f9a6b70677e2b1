package io.deskhand.sync.engine;

import io.deskhand.protocol.ProgramVersion;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.SyncHealth;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.flow.Traffic;
import io.deskhand.sync.outbox.Outbox;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads how the sync layer is doing. Of the engine's thread. */
record Vitals(
    StatusBoard status,
    Feed feed,
    Outbox outbox,
    ScopeWatch watch,
    Traffic traffic,
    Core core,
    Profile profile) {

  /** Completes {@code health} once the disk has been looked at too. */
  void read(CompletableFuture<SyncHealth> health) {
    ConnectionState connection = status.live().get();
    Position position = feed.position();
    SyncHealth.Queue queue = queue();
    SyncHealth.Versions versions = versions(position == null ? 0 : position.schema());
    core.background()
        .run(
            profile::disk,
            disk ->
                health.complete(
                    new SyncHealth(
                        core.clock().instant(),
                        connection.phase(),
                        connection.asOf(),
                        feed.cursor(),
                        feed.head() == 0 ? null : feed.head(),
                        queue,
                        watch.last(),
                        watch.compared(),
                        watch.differed(),
                        traffic.total(),
                        disk,
                        versions,
                        core.incidents().bare())),
            health::completeExceptionally);
  }

  private SyncHealth.Queue queue() {
    List<StoredIntent> all = outbox.all();
    return new SyncHealth.Queue(
        count(all, State.QUEUED, State.SENDING, State.APPLIED),
        count(all, State.WAITING),
        count(all, State.HELD),
        count(all, State.REFUSED, State.RETURNED));
  }

  private static int count(List<StoredIntent> all, State... states) {
    List<State> wanted = List.of(states);
    return (int) all.stream().filter(intent -> wanted.contains(intent.state())).count();
  }

  private static SyncHealth.Versions versions(int schema) {
    return new SyncHealth.Versions(
        ProgramVersion.number(),
        schema,
        ConfirmedStore.VERSION,
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }
}
