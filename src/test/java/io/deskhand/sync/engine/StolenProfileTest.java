package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.TicketState.Loading;
import io.deskhand.sync.cache.NoKeychain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk where there is no keychain: nothing to whoever has not got the password. */
class StolenProfileTest {
  private static final String WORDS = "Honeysuckle";
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 20, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @Test
  void noFileOfAProfileTellsAnything() throws Exception {
    try (Console max = open()) {
      max.signIn(backend.address(), MAX.email());
      max.awaitLive();
      assertThat(max.desk().keyPlace()).isEqualTo(KeyPlace.PASSWORD);
      backend.coraSays(ticketId(0), WORDS + " from Cora");
      try (LiveTicket open = max.open(ticketId(0))) {
        await().until(() -> open.state().get().loading() == Loading.LOADED);
      }
      max.desk().setOffline(true);
      max.awaitPhase(Phase.SWITCHED_OFF);
      max.say(ticketId(1), WORDS + " in the outbox");
      Console.await(max.desk().drafts().save(draft(WORDS + " in a draft")));
      assertNothingReadable(files());
    }
    List<Path> all = files();
    assertThat(all).hasSizeGreaterThan(4);
    assertNothingReadable(all);
  }

  @Test
  void thePasswordOpensEverythingAlsoWhileTheServerIsAway() throws Exception {
    Relay relay = new Relay(backend.address());
    try (Console max = open()) {
      max.signIn(relay.address(), MAX.email());
      max.awaitLive();
      relay.down();
      max.awaitPhase(Phase.OFFLINE);
      max.say(ticketId(2), "written offline");
      Console.await(max.desk().drafts().save(draft("half a sentence")));
    }
    try (Console again = open()) {
      assertThat(again.resume()).as("no password, no desk").isFalse();
      assertThat(again.accounts.lastSignIn()).isPresent();
      assertThatSignInFails(again, relay, "guess", SyncException.Reason.UNREACHABLE);
      again.signIn(relay.address(), MAX.email());
      again.awaitPhase(Phase.OFFLINE);
      assertThat(again.tickets()).hasSize(20);
      await().until(() -> again.desk().outbox().get().size() == 1);
      assertThat(again.desk().drafts().of(ticketId(3)))
          .map(Draft::text)
          .contains("half a sentence");
      relay.up();
      again.awaitLive();
      again.awaitEmptyOutbox();
    }
    relay.close();
  }

  @Test
  void signingOutEverywhereEndsAllSessionsAndLeavesNothingHere() throws Exception {
    try (Console other = Console.live(folder.resolve("other"), backend.address(), MAX);
        Console max = open()) {
      max.signIn(backend.address(), MAX.email());
      max.awaitLive();
      Console.await(max.desk().drafts().save(draft("unsent")));
      Console.await(max.desk().signOutEverywhere());
      assertThat(files())
          .filteredOn(file -> file.startsWith(folder.resolve("max")))
          .extracting(file -> file.getFileName().toString())
          .containsExactly("lock");
      other.awaitPhase(Phase.SIGNED_OUT);
      assertThat(max.accounts.lastSignIn()).isEmpty();
      max.signIn(backend.address(), MAX.email());
      max.awaitLive();
      assertThat(max.desk().drafts().all().get()).isEmpty();
    }
  }

  @Test
  void withoutTheServerNothingIsDeleted() throws Exception {
    try (Relay relay = new Relay(backend.address());
        Console max = open()) {
      max.signIn(relay.address(), MAX.email());
      max.awaitLive();
      Console.await(max.desk().drafts().save(draft("unsent")));
      relay.down();
      assertThat(max.desk().signOutEverywhere()).failsWithin(java.time.Duration.ofSeconds(20));
      assertThat(max.desk().drafts().all().get()).hasSize(1);
    }
  }

  private static void assertThatSignInFails(
      Console console, Relay relay, String password, SyncException.Reason reason) {
    assertThat(console.accounts.signIn(relay.address(), MAX.email(), password))
        .failsWithin(java.time.Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .satisfies(
            failure -> assertThat(((SyncException) failure.getCause()).reason()).isEqualTo(reason));
  }

  private static Draft draft(String words) {
    return new Draft(ticketId(3), words, 4, false, Instant.EPOCH);
  }

  private Console open() {
    return new Console(
        SyncAccounts.open(
            folder.resolve("max"),
            new NoKeychain(),
            Clock.systemUTC(),
            new Random(7),
            Console.QUICK));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void assertNothingReadable(List<Path> files) throws IOException {
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      String wide = bytes.replace("\0", "");
      for (String secret : List.of(WORDS, "Question number", "Please help", "cora@demo.desk")) {
        assertThat(bytes.contains(secret)).as("%s in %s", secret, file).isFalse();
        assertThat(wide.contains(secret)).as("%s in %s, two bytes each", secret, file).isFalse();
      }
      // A key in plain would be 64 hexadecimal digits, or these as bytes beside a known name.
      assertThat(bytes.toLowerCase(Locale.ROOT)).doesNotContainPattern("[0-9a-f]{64}");
    }
  }
}
