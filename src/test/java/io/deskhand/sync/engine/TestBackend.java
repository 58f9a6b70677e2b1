package io.deskhand.sync.engine;

import io.deskhand.model.Agent;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.protocol.Tokens;
import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.rest.AuthApi;
import io.deskhand.sync.rest.Call;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A real server, and others who use it over HTTP while a console is watched. */
final class TestBackend implements AutoCloseable {
  private static final Duration CALL = Duration.ofSeconds(10);
  private final Path data;
  private final int tickets;
  private final Clock clock;
  private final @Nullable DatabaseUrl database;
  private final Map<String, DeskApi> others = new HashMap<>();
  private final List<Runnable> closing = new ArrayList<>();
  private DeskServer server;

  TestBackend(Path data, int tickets, Clock clock) {
    this(data, tickets, clock, null);
  }

  TestBackend(Path data, int tickets, Clock clock, @Nullable DatabaseUrl database) {
    this.data = data;
    this.tickets = tickets;
    this.clock = clock;
    this.database = database;
    this.server = start(data, 0);
  }

  URI address() {
    return server.address();
  }

  void stop() {
    others.clear();
    server.close();
  }

  /** The same server on the same port again, after {@link #stop}. */
  void restart() {
    server = start(data, server.address().getPort());
  }

  /** Another life of the server, as after a restore from a backup, on the same port. */
  void startAnew(Path otherData) {
    server = start(otherData, server.address().getPort());
  }

  /** What {@code email} may do over HTTP. */
  DeskApi as(String email) {
    return others.computeIfAbsent(email, this::signIn);
  }

  DeskApi as(Agent agent) {
    return as(agent.email());
  }

  /** Cora writes to her ticket. */
  Message coraSays(UUID ticketId, String words) throws IOException {
    byte[] answer =
        as(SmallDesk.CORA.email())
            .send(
                new Call(
                    "POST",
                    Routes.ticket(ticketId, "messages"),
                    new SendMessage(null, null, words, false, null),
                    UUID.randomUUID(),
                    null));
    return Json.read(answer, Message.class);
  }

  /** What the server shows of a conversation to an admin. */
  List<Message> messages(UUID ticketId) throws IOException {
    MessagePage page = as(SmallDesk.ADA).messages(ticketId, null, 200);
    return page.messages();
  }

  /** The whole conversation as an admin sees it. */
  List<Message> allMessages(UUID ticketId) throws IOException {
    List<Message> all = new ArrayList<>();
    String cursor = null;
    do {
      MessagePage page = as(SmallDesk.ADA).messages(ticketId, cursor, 200);
      all.addAll(page.messages());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  /** Everything that happened to a ticket. */
  List<HistoryEntry> allHistory(UUID ticketId) throws IOException {
    List<HistoryEntry> all = new ArrayList<>();
    String cursor = null;
    do {
      HistoryPage page = as(SmallDesk.ADA).history(ticketId, cursor, 200);
      all.addAll(page.history());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  /** What the server has for {@code email}, row by row. */
  Map<UUID, Ticket> tickets(String email) throws IOException {
    Map<UUID, Ticket> all = new HashMap<>();
    String cursor = null;
    do {
      SnapshotPage page = as(email).snapshot(cursor, 1_000);
      page.rows().stream()
          .filter(row -> row.entity() == io.deskhand.protocol.EntityType.TICKET)
          .map(row -> Json.convert(row.data(), Ticket.class))
          .forEach(ticket -> all.put(ticket.id(), ticket));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    server.close();
  }

  private DeskServer start(Path where, int port) {
    return DeskServer.start(
        ServerOptions.local(where)
            .withDatabase(database)
            .withPort(port)
            .withClock(clock)
            .withSeed(SmallDesk.seed(tickets)));
  }

  private DeskApi signIn(String email) {
    AuthApi auth = new AuthApi(address(), CALL, ServerTrust.STANDARD);
    try {
      Tokens tokens = auth.login(email, SmallDesk.PASSWORD);
      DeskApi api =
          new DeskApi(
              address(),
              CALL,
              ServerTrust.STANDARD,
              Session.of(auth, clock, tokens, renewed -> {}));
      closing.add(api::close);
      closing.add(auth::close);
      return api;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
