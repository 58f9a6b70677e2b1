package io.deskhand.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Routes;
import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.SecurityOptions;
import io.deskhand.server.app.TestClock;
import io.deskhand.server.app.TestDesk;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.store.seal.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A desk with secrets in it that anything may be sent to. */
final class FuzzDesk implements AutoCloseable {
  /** A clock that stands still gives nobody their next request. */
  private static final SecurityOptions UNHURRIED =
      new SecurityOptions(null, Set.of(), KeyFiles.STANDARD, Integer.MAX_VALUE);

  /** Whoever tried to sign in too often may do so again. */
  private static final Duration UNTIL_FORGOTTEN = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final HeldRounds rounds = new HeldRounds();
  private final Path data;
  private final DeskServer server;
  private final Errors errors = Errors.listen();
  private final Caller caller;
  private final Secrets secrets;
  private final Api api;

  FuzzDesk(Path data) {
    this.data = data;
    server =
        DeskServer.start(
            TestDatabase.local(data)
                .withClock(clock)
                .withSecurity(UNHURRIED)
                .withSeed(
                    target -> {
                      TestDesk.SEED.accept(target);
                      target.customers(List.of(Secrets.CLIENT));
                    }),
            rounds);
    caller = new Caller(server.address());
    secrets = new Secrets(caller);
    api = new Api(caller.get(nobody(Set.of()), Routes.OPENAPI));
  }

  URI address() {
    return server.address();
  }

  Api api() {
    return api;
  }

  Secrets secrets() {
    return secrets;
  }

  static Person nobody(Set<String> hidden) {
    return new Person("nobody", null, hidden);
  }

  /** Somebody with a session that is good for ten minutes of the desk's clock. */
  Person signIn(String name, Set<String> hidden) {
    return name.equals("nobody") ? nobody(hidden) : caller.signIn(name, hidden);
  }

  /** Lets time pass: what is throttled may go on, and sessions come to their end. */
  void pass(Duration time) {
    clock.advance(time);
  }

  /** Does {@code work} while the server does nothing by itself. */
  void undisturbed(Runnable work) {
    rounds.hold(work);
  }

  /** What there is to begin with. */
  Map<String, List<String>> known() {
    return Map.of(
        "tickets", secrets.tickets(),
        "agents", ids(TestDesk.MAX.id(), TestDesk.INES.id(), TestDesk.BEA.id(), TestDesk.OMAR.id()),
        "customers", ids(TestDesk.CORA.id(), TestDesk.CARL.id(), Secrets.CLIENT.id()),
        "departments", ids(TestDesk.SUPPORT.id(), TestDesk.BILLING.id()),
        "organizations", ids(TestDesk.ACME.id(), TestDesk.GLOBEX.id()),
        "categories", List.of("technical", "billing"));
  }

  private static List<String> ids(UUID... ids) {
    return List.of(ids).stream().map(UUID::toString).toList();
  }

  /** Waits for the jobs, and looks whether everything is as it must be, to the last link. */
  void assertWhole() {
    pass(UNTIL_FORGOTTEN);
    Person ada = caller.signIn("ada", Set.of());
    awaitJobs();
    new Recount(caller, ada).check();
    assertThat(errors.heard()).isEmpty();
  }

  /** Waits until no job has anything left to do. */
  void awaitJobs() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> metrics().contains("deskhand_jobs 0.0"));
  }

  /** What the server's log says of errors. */
  List<String> errors() {
    return errors.heard();
  }

  private String metrics() {
    JsonNode text = caller.get(nobody(Set.of()), Routes.METRICS);
    return text.asText();
  }

  @Override
  public void close() throws IOException {
    errors.close();
    caller.close();
    server.close();
    assertThat(TestDatabase.audit(data)).matches(report -> report.isWhole());
  }
}
