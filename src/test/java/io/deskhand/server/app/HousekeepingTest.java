package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.Answers.Answer;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.RefreshTokens.RefreshToken;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));

  @Test
  void whatNobodyCanAskForIsForgottenAndNothingElse(@TempDir Path data) {
    UUID person = UUID.randomUUID();
    try (Store store = TestDatabase.open(data, clock);
        Housekeeping housekeeping =
            new Housekeeping(store.ledger(), () -> {}, Background.THREADS)) {
      Ledger ledger = store.ledger();
      leave(ledger, person, "old");
      clock.advance(Housekeeping.ANSWERS_KEPT.plusDays(1));
      leave(ledger, person, "new");
      housekeeping.tidy();

      boolean[] kept =
          ledger.write(
              tx ->
                  new boolean[] {
                    tx.answers().find(person, "old").isPresent(),
                    tx.answers().find(person, "new").isPresent(),
                    tx.refreshTokens().find("old").isPresent(),
                    tx.refreshTokens().find("new").isPresent()
                  });
      assertThat(kept).containsExactly(false, true, false, true);
    }
  }

  private static void leave(Ledger ledger, UUID person, String name) {
    ledger.write(
        tx -> {
          tx.answers().store(person, name, new Answer("hash", 200, new byte[] {'{', '}'}));
          Instant expires = tx.now().plus(Duration.ofDays(1));
          tx.refreshTokens().insert(new RefreshToken(name, person, person, expires, null));
          return 0;
        });
  }
}
