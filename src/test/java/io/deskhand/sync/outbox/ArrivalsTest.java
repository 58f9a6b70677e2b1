package io.deskhand.sync.outbox;

import static io.deskhand.sync.outbox.Intents.MAX;
import static io.deskhand.sync.outbox.Intents.say;
import static io.deskhand.sync.outbox.Intents.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.cache.StoredIntent.Outcome;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was written after one's own words has seen them, however it is learned that they are there.
 */
class ArrivalsTest {
  private static final UUID LOG = new UUID(1, 1);
  private static final UUID OTHER_LOG = new UUID(1, 2);
  @TempDir private Path folder;
  private final Ticket ticket = Intents.ticket(Status.OPEN);
  private final Intent.Say said = say(ticket.id());
  private final StoredIntent first = stored(1, said);
  private final StoredIntent second = stored(2, say(ticket.id()));
  private final Copy copy = new Copy();
  private Profile profile;
  private Outbox outbox;
  private Arrivals arrivals;

  @BeforeEach
  void open() throws Exception {
    Clock clock = Clock.fixed(Intents.NOW, ZoneOffset.UTC);
    profile = Profile.open(folder, new KnownKey(), clock, incident -> {});
    SerialThread here = new Here();
    Notifier notifier = new Notifier(failure -> {});
    outbox = new Outbox(profile.outbox("max"), here, here, notifier, copy::ticket, changed -> {});
    arrivals = new Arrivals(MAX, outbox, copy);
    outbox.accept(first).get();
    outbox.accept(second).get();
  }

  @AfterEach
  void close() {
    profile.close();
  }

  @Test
  void afterACrashThatCameBetweenTheCopyAndTheOutbox() {
    copy.messages.add(said.messageId());
    arrivals.load(LOG);
    assertSeen();
  }

  @Test
  void afterASnapshotThatHasNoMessages() {
    outbox.put(first.answered(State.APPLIED, new Outcome(null, null, LOG)));
    arrivals.load(LOG);
    arrivals.catchingUp();
    arrivals.caughtUp();
    assertSeen();
  }

  @Test
  void whatAnotherLogHasAnsweredIsAskedAgainWithoutACopyToTellThatItIsAnother() {
    outbox.put(first.answered(State.APPLIED, new Outcome(null, null, LOG)));
    copy.tickets.clear();
    arrivals.load(null);
    assertThat(outbox.all()).as("nothing says that it is done").hasSize(2);
    arrivals.follows(OTHER_LOG);
    assertThat(outbox.find(first.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
  }

  @Test
  void aVersionOfAnotherLogConfirmsNothing() {
    StoredIntent resolved =
        stored(3, new Intent.Resolve(ticket.id(), "Done"))
            .answered(State.APPLIED, new Outcome(ticket.version(), null, LOG));
    outbox.accept(resolved).join();
    outbox.put(resolved);
    arrivals.follows(OTHER_LOG);
    arrivals.arrived(Set.of(ticket.id()), Set.of());
    assertThat(outbox.find(resolved.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
  }

  private void assertSeen() {
    assertThat(outbox.all()).extracting(StoredIntent::id).containsExactly(second.id());
    int messages = second.base().messages() + 1;
    assertThat(outbox.all().getFirst().base().messages()).isEqualTo(messages);
    assertThat(profile.outbox("max").all(unreadable -> {}).getFirst().base().messages())
        .isEqualTo(messages);
  }

  private final class Copy implements Confirmation {
    private final Map<UUID, Ticket> tickets = new HashMap<>(Map.of(ticket.id(), ticket));
    private final Set<UUID> messages = new HashSet<>();

    @Override
    public Ticket ticket(UUID id) {
      return tickets.get(id);
    }

    @Override
    public Agent agent(UUID id) {
      return null;
    }

    @Override
    public boolean hasMessage(UUID messageId) {
      return messages.contains(messageId);
    }
  }

  /** Everything at once, on the thread of the test. */
  private static final class Here implements SerialThread {
    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException("nothing here waits");
    }

    @Override
    public <T> CompletableFuture<T> call(Callable<T> task) {
      try {
        return CompletableFuture.completedFuture(task.call());
      } catch (Exception e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public void close() {}
  }
}
