package io.deskhand.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskhand.demo.data.Person;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.SubscribeTickets;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody of the staff who works at a desk over HTTP and WebSocket, for tests. */
public final class Colleague implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Frame> heard = new ConcurrentLinkedQueue<>();
  private final URI server;
  private final String token;

  private Colleague(URI server, Person person) throws Exception {
    this.server = server;
    LoginRequest login = new LoginRequest(person.email(), DemoPeople.PASSWORD);
    this.token = call("POST", Routes.LOGIN, login, Tokens.class, "").accessToken();
  }

  public static Colleague signIn(URI server, Person person) throws Exception {
    return new Colleague(server, person);
  }

  public TicketPage tickets(String query) throws Exception {
    return call("GET", Routes.TICKETS + "?" + query, null, TicketPage.class, token);
  }

  public Ticket ticket(UUID id) throws Exception {
    return call("GET", Routes.ticket(id), null, Ticket.class, token);
  }

  public List<Message> messages(UUID id) throws Exception {
    return call("GET", Routes.ticket(id, "messages"), null, MessagePage.class, token).messages();
  }

  public Message write(UUID ticket, String text) throws Exception {
    SendMessage message = new SendMessage(null, null, text, null, null);
    return call("POST", Routes.ticket(ticket, "messages"), message, Message.class, token);
  }

  public Ticket create(String subject) throws Exception {
    CreateTicket wish =
        new CreateTicket(
            null, subject, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);
    return call("POST", Routes.TICKETS, wish, Ticket.class, token);
  }

  public <T> T get(String path, Class<T> answer) throws Exception {
    return call("GET", path, null, answer, token);
  }

  /** An answer as it comes. */
  public byte[] bytes(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  public Ticket verb(UUID ticket, String verb, Object body) throws Exception {
    return call("POST", Routes.ticket(ticket, verb), body, Ticket.class, token);
  }

  /** Opens a live connection, and the room of {@code ticket}. */
  public void watch(UUID ticket) throws Exception {
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create("ws" + server.toString().substring(4) + Routes.LIVE), listener())
            .get();
    for (Frame frame :
        List.of(
            Frame.of(Events.AUTHENTICATE, new Authenticate(token)),
            Frame.of(Events.SUBSCRIBE_TICKETS, new SubscribeTickets(null)),
            Frame.of(Events.JOIN_TICKET_ROOM, new TicketRef(ticket)))) {
      socket.sendText(Json.text(frame), true).get();
    }
  }

  /** The frames that came in so far. */
  public List<Frame> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private WebSocket.Listener listener() {
    StringBuilder text = new StringBuilder();
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
          heard.add(Json.read(text.toString(), Frame.class));
          text.setLength(0);
        }
        socket.request(1);
        return null;
      }
    };
  }

  private <T> T call(String method, String path, Object body, Class<T> answer, String bearer)
      throws Exception {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(method, sent)
            .header("Content-Type", "application/json");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IOException(response.statusCode() + " " + new String(response.body(), UTF_8));
    }
    return Json.read(response.body(), answer);
  }
}
