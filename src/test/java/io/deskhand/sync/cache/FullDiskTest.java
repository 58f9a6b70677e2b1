package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.put;
import static io.deskhand.sync.cache.CacheFixtures.say;
import static io.deskhand.sync.cache.CacheFixtures.ticket;
import static io.deskhand.sync.cache.CacheFixtures.tickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  private static final Position HERE = new Position(new UUID(7, 7), 1, 1, 1);
  @TempDir Path folder;

  @AfterEach
  void freeSomeSpace() {
    FullDisk.FULL.set(false);
  }

  @Test
  void nothingIsHalfAcceptedAndAllGoesOnWhenThereIsSpaceAgain() {
    FullDisk.register();
    StoredIntent before = say(1, "before");
    StoredIntent during = say(2, "during");
    StoredIntent after = say(3, "after");
    try (Profile profile = open();
        ConfirmedStore cache = profile.cache(OWNER)) {
      OutboxStore outbox = profile.outbox(OWNER);
      outbox.accept(before);
      cache.apply(Batch.of(List.of(put(1, ticket("before")))), Map.of(), HERE);
      FullDisk.FULL.set(true);
      assertFull(() -> outbox.accept(during));
      assertFull(
          () -> cache.apply(Batch.of(List.of(put(2, ticket("during")))), Map.of(), HERE.at(2)));
      FullDisk.FULL.set(false);
      assertThat(outbox.all(unreadable -> {})).containsExactly(before);
      assertThat(cache.position()).contains(HERE);
      assertThat(tickets(cache)).hasSize(1);
      outbox.accept(after);
    }
    try (Profile profile = open()) {
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).containsExactly(before, after);
    }
  }

  private Profile open() {
    return Profile.open(
        folder,
        "full:",
        new KnownKey(),
        CLOCK,
        incident -> {
          throw new AssertionError(incident);
        });
  }

  private static void assertFull(Runnable write) {
    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(write::run)
        .matches(failure -> failure.reason() == Reason.DISK_FULL);
  }
}
