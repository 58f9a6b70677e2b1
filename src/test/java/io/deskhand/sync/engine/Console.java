package io.deskhand.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.flow.Backoff;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One console, without its screen. */
final class Console implements AutoCloseable {
  static final Timing QUICK =
      new Timing(
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)),
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofMillis(400));

  final SyncAccounts accounts;
  private Desk desk;

  Console(Path profile) {
    this(profile, Clock.systemUTC(), QUICK);
  }

  Console(Path profile, Clock clock, Timing timing) {
    this.accounts = SyncAccounts.open(profile, new KnownKey(), clock, new Random(7), timing);
  }

  Console(SyncAccounts accounts) {
    this.accounts = accounts;
  }

  Console(Path profile, ServerTrust trust) {
    this.accounts =
        SyncAccounts.open(profile, new KnownKey(), trust, Clock.systemUTC(), new Random(7), QUICK);
  }

  /** Signs in and waits until the copy is current. */
  static Console live(Path profile, URI server, Agent agent) throws Exception {
    Console console = new Console(profile);
    console.signIn(server, agent.email());
    console.awaitLive();
    return console;
  }

  /** Comes back as whoever was signed in. */
  static Console resumed(Path profile) throws Exception {
    Console console = new Console(profile);
    assertThat(console.resume()).as("somebody was signed in").isTrue();
    return console;
  }

  /** Comes back as whoever was signed in; false if nobody was. */
  boolean resume() throws Exception {
    desk = await(accounts.resume()).orElse(null);
    return desk != null;
  }

  void signIn(URI server, String email) throws Exception {
    desk = await(accounts.signIn(server, email, SmallDesk.PASSWORD));
  }

  Desk desk() {
    return desk;
  }

  void awaitLive() {
    awaitPhase(Phase.LIVE);
  }

  void awaitPhase(Phase phase) {
    Patience.here("not in phase " + phase)
        .until(
            () -> {
              ConnectionState now = desk.connection().get();
              boolean over = now.phase() == Phase.SIGNED_OUT && phase != Phase.SIGNED_OUT;
              assertThat(over).as("signed out: %s", now.reason()).isFalse();
              return now.phase() == phase;
            });
  }

  PendingIntent submit(Intent intent) throws Exception {
    return await(desk.submit(intent));
  }

  Intent.Say say(UUID ticketId, String words) throws Exception {
    Intent.Say say = new Intent.Say(ticketId, UUID.randomUUID(), words, false);
    submit(say);
    return say;
  }

  void awaitEmptyOutbox() {
    org.awaitility.Awaitility.await("an empty outbox")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(desk.outbox().get()).isEmpty());
  }

  void awaitEmptyOutboxAfterLive() {
    awaitLive();
    awaitEmptyOutbox();
  }

  PendingIntent awaitState(UUID intentId, PendingIntent.State state) {
    return org.awaitility.Awaitility.await(intentId + " is " + state)
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                desk.outbox().get().stream()
                    .filter(it -> it.id().equals(intentId) && it.state() == state)
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  /** Every ticket as the queue shows it. */
  Map<UUID, Ticket> tickets() {
    try (var queue = desk.queue(TicketQuery.ALL)) {
      Patience.here("the queue is not there").until(() -> queue.revision().get() > 0);
      Map<UUID, Ticket> all = new HashMap<>();
      queue.rows(0, Integer.MAX_VALUE).forEach(row -> all.put(row.ticket().id(), row.ticket()));
      return all;
    }
  }

  Ticket ticket(UUID id) {
    Patience.here("ticket " + id + " is not there").until(() -> tickets().containsKey(id));
    return tickets().get(id);
  }

  LiveTicket open(UUID ticketId) {
    return desk.open(ticketId);
  }

  List<String> incidents() {
    return accounts.incidents().get();
  }

  @Override
  public void close() {
    accounts.close();
  }

  static <T> T await(java.util.concurrent.CompletionStage<T> stage) throws Exception {
    return Patience.here("what was asked for is not there").get(stage);
  }
}
