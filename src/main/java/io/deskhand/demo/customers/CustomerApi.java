package io.deskhand.demo.customers;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.CloseRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a customer does over HTTP. Every method throws {@link ProblemException} where the server
 * refuses, and {@link IOException} where it cannot be reached.
 */
final class CustomerApi {
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient http;
  private final URI server;

  CustomerApi(OkHttpClient http, URI server) {
    this.http = http;
    this.server = server;
  }

  Tokens login(String email, String password) throws IOException {
    return post(null, Routes.LOGIN, null, new LoginRequest(email, password), Tokens.class);
  }

  Tokens refresh(String refreshToken) throws IOException {
    return post(null, Routes.REFRESH, null, new RefreshRequest(refreshToken), Tokens.class);
  }

  /** The customer's tickets, those that changed last first. */
  List<Ticket> tickets(String token) throws IOException {
    String path = Routes.TICKETS + "?sort=-updatedAt&limit=50";
    return call(token, request(path).get(), TicketPage.class).tickets();
  }

  /** The newest messages of a ticket, the last one at the end. */
  List<Message> messages(String token, UUID ticketId) throws IOException {
    String path = Routes.ticket(ticketId, "messages?limit=5");
    return call(token, request(path).get(), MessagePage.class).messages();
  }

  /** Opens a ticket; its id makes a repeat harmless. */
  Ticket create(String token, CreateTicket ticket) throws IOException {
    return post(token, Routes.TICKETS, ticket.id(), ticket, Ticket.class);
  }

  /** Writes into a ticket; the message's id makes a repeat harmless. */
  Message send(String token, UUID ticketId, SendMessage message) throws IOException {
    String path = Routes.ticket(ticketId, "messages");
    return post(token, path, message.id(), message, Message.class);
  }

  Ticket rate(String token, UUID ticketId, SatisfactionRequest rating) throws IOException {
    return post(token, Routes.ticket(ticketId, "satisfaction"), null, rating, Ticket.class);
  }

  Ticket close(String token, UUID ticketId) throws IOException {
    return post(token, Routes.ticket(ticketId, "close"), null, new CloseRequest(), Ticket.class);
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(server + path);
  }

  private <T> T post(
      @Nullable String token, String path, @Nullable UUID key, Object body, Class<T> answer)
      throws IOException {
    Request.Builder request = request(path).post(RequestBody.create(Json.bytes(body), JSON));
    if (key != null) {
      request.header(Routes.IDEMPOTENCY_KEY, key.toString());
    }
    return call(token, request, answer);
  }

  private <T> T call(@Nullable String token, Request.Builder request, Class<T> answer)
      throws IOException {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (Response response = http.newCall(request.build()).execute()) {
      byte[] body = response.body().bytes();
      if (!response.isSuccessful()) {
        throw new ProblemException(problem(response.code(), body));
      }
      return Json.read(body, answer);
    } catch (BadJson e) {
      throw new IOException("not an answer of a desk: " + e.getMessage(), e);
    }
  }

  private static Problem problem(int status, byte[] body) {
    try {
      return Json.read(body, Problem.class);
    } catch (BadJson e) {
      return Problem.of(ErrorCode.UNAVAILABLE, "answered with status " + status);
    }
  }
}
