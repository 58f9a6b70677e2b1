package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.deskhand.sync.Accounts.LastSignIn;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.cache.KnownKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, coming back, and what is said when that does not work. */
class AccessTest {
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;
  private Console console;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 5, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void open() {
    console = new Console(folder.resolve("profile"));
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void aWrongPasswordIsNamed() {
    assertRefused(
        () -> Console.await(console.accounts.signIn(backend.address(), MAX.email(), "guess")),
        Reason.WRONG_CREDENTIALS);
    assertThat(console.accounts.lastSignIn()).isEmpty();
  }

  @Test
  void anUnreachableServerIsNamed() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertRefused(
        () -> Console.await(console.accounts.signIn(nobody, MAX.email(), "demo")),
        Reason.UNREACHABLE);
    assertRefused(
        () ->
            Console.await(
                console.accounts.signIn(URI.create("https://no.such.host.invalid"), "a", "b")),
        Reason.UNREACHABLE);
  }

  @Test
  void aServerThatIsNoDeskhandIsNamed() throws IOException {
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] page =
              "<html>Welcome to the hotel's network</html>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    other.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
      assertRefused(
          () -> Console.await(console.accounts.signIn(address, "a", "b")),
          Reason.NOT_A_DESKHAND_SERVER);
    } finally {
      other.stop(0);
    }
    assertRefused(
        () -> Console.await(console.accounts.signIn(URI.create("ftp://desk"), "a", "b")),
        Reason.NOT_A_DESKHAND_SERVER);
  }

  @Test
  void somethingThatSpeaksNoHttpIsNamed() throws Exception {
    try (ServerSocket mail = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread greeter =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket socket = mail.accept();
                        OutputStream out = socket.getOutputStream()) {
                      out.write("220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.UTF_8));
                      out.flush();
                      assertThat(socket.getInputStream().read(new byte[1_000])).isPositive();
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      URI address = URI.create("http://127.0.0.1:" + mail.getLocalPort());
      assertRefused(
          () -> Console.await(console.accounts.signIn(address, "a", "b")),
          Reason.NOT_A_DESKHAND_SERVER);
      greeter.join();
    }
  }

  @Test
  void aSecondConsoleOnTheProfileIsRefused() {
    assertRefused(
        () ->
            SyncAccounts.open(
                folder.resolve("profile"),
                new KnownKey(),
                Clock.systemUTC(),
                new Random(1),
                Console.QUICK),
        Reason.PROFILE_IN_USE);
  }

  @Test
  void aDeskComesBackWithoutANetwork() throws Exception {
    Relay relay = new Relay(backend.address());
    console.signIn(relay.address(), MAX.email());
    console.awaitLive();
    console.close();
    relay.close();
    console = Console.resumed(folder.resolve("profile"));
    console.awaitPhase(Phase.OFFLINE);
    assertThat(console.tickets()).hasSize(5);
    assertThat(console.desk().connection().get().reason()).contains("cannot be reached");
    assertThat(console.desk().connection().get().nextAttempt()).isNotNull();
    console.desk().setOffline(true);
    console.awaitPhase(Phase.SWITCHED_OFF);
    assertThat(console.accounts.lastSignIn())
        .contains(new LastSignIn(relay.address(), MAX.email()));
  }

  @Test
  void signingOutEndsTheSessionAndKeepsTheWords() throws Exception {
    console.signIn(backend.address(), MAX.email());
    console.awaitLive();
    Draft draft = new Draft(SmallDesk.ticketId(0), "unsent", 6, true, Instant.EPOCH);
    Console.await(console.desk().drafts().save(draft));
    Console.await(console.desk().signOut());
    console.awaitPhase(Phase.SIGNED_OUT);
    assertThat(Console.await(console.accounts.resume())).isEmpty();
    console.signIn(backend.address(), MAX.email());
    assertThat(console.desk().drafts().of(draft.ticketId())).contains(draft);
    console.awaitLive();
  }

  @Test
  void anotherPersonOnTheProfileFindsNeitherCopyNorWords() throws Exception {
    console.signIn(backend.address(), MAX.email());
    console.awaitLive();
    Draft draft = new Draft(SmallDesk.ticketId(0), "Max's", 5, true, Instant.EPOCH);
    Console.await(console.desk().drafts().save(draft));
    console.signIn(backend.address(), SmallDesk.CORA.email());
    assertThat(console.desk().drafts().all().get()).isEmpty();
    console.awaitLive();
    console.signIn(backend.address(), MAX.email());
    assertThat(console.desk().drafts().of(draft.ticketId())).contains(draft);
    await().untilAsserted(() -> assertThat(console.tickets()).hasSize(5));
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void assertRefused(Attempt attempt, Reason reason) {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(attempt::run)
        .satisfies(
            failure -> {
              Throwable bare =
                  failure instanceof java.util.concurrent.ExecutionException
                          || failure instanceof CompletionException
                      ? failure.getCause()
                      : failure;
              assertThat(bare).isInstanceOf(SyncException.class);
              assertThat(((SyncException) bare).reason()).isEqualTo(reason);
            });
  }
}
