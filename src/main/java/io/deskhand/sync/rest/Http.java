package io.deskhand.sync.rest;

import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import io.deskhand.sync.rest.Transport.Answer;
import io.deskhand.sync.rest.Transport.Ask;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Deskhand speaks it: JSON both ways, problem documents as {@link Refused}, anything else
 * as {@link NotDeskhand}, and no network as another {@link IOException}.
 */
final class Http implements AutoCloseable {
  private final Transport transport;

  Http(Transport transport) {
    this.transport = transport;
  }

  /** Sends what may be repeated. {@code path} may carry a query; null for no {@code body}. */
  byte[] send(String method, String path, Map<String, String> headers, @Nullable Object body)
      throws IOException {
    return send(ask(method, path, headers, body, true));
  }

  /** Sends what must not be repeated by itself, but may be asked for again with the same key. */
  byte[] sendOnce(String path, Object body, String key) throws IOException {
    return send(ask("POST", path, Map.of(Routes.IDEMPOTENCY_KEY, key), body, false));
  }

  /** Sends what must not be repeated by itself. */
  byte[] sendOnce(String path, Object body) throws IOException {
    return send(ask("POST", path, Map.of(), body, false));
  }

  private static Ask ask(
      String method,
      String path,
      Map<String, String> more,
      @Nullable Object body,
      boolean repeatable) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Accept", "application/json");
    return new Ask(
        method, path, Map.copyOf(headers), body == null ? null : bytes(body), repeatable);
  }

  /** Bytes are sent as they are, anything else as JSON. */
  private static byte[] bytes(Object body) {
    return body instanceof byte[] raw ? raw : Json.bytes(body);
  }

  /** Drops idle connections, after a sleep or a change of networks. */
  void evict() {
    transport.evict();
  }

  /** The answer as {@code type}. */
  static <T> T read(byte[] answer, Class<T> type) throws NotDeskhand {
    return read(() -> Json.read(answer, type));
  }

  /** The same for a page of changes. */
  static <T> T readRows(byte[] answer, Class<T> type) throws NotDeskhand {
    return read(() -> Json.readRows(answer, type));
  }

  private static <T> T read(Supplier<T> answer) throws NotDeskhand {
    try {
      return answer.get();
    } catch (BadJson e) {
      throw new NotDeskhand("The answer is not that of a Deskhand server: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private byte[] send(Ask ask) throws IOException {
    Answer answer = transport.exchange(ask);
    if (answer.status() >= 200 && answer.status() < 300) {
      return answer.body();
    }
    throw problem(answer);
  }

  private static Refused problem(Answer answer) throws IOException {
    try {
      return new Refused(
          Json.read(answer.body(), Problem.class),
          retryAfter(answer.retryAfter()),
          offset(answer.uploadOffset()));
    } catch (BadJson e) {
      String what = answer.status() + " " + answer.reason();
      if (answer.status() >= 500) {
        throw new IOException("Something on the way to the server answers " + what, e);
      }
      throw new NotDeskhand("The server answers " + what + ", not as Deskhand does", e);
    }
  }

  private static @Nullable Long offset(@Nullable String bytes) {
    return bytes != null && bytes.matches("\\d{1,18}") ? Long.valueOf(bytes) : null;
  }

  private static @Nullable Duration retryAfter(@Nullable String seconds) {
    return seconds != null && seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }
}
