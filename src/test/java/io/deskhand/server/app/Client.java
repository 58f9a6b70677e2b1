package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody who talks to a server over HTTP; each method gives another one or an answer. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final List<String> headers;

  private Client(URI server, List<String> headers) {
    this.server = server;
    this.headers = headers;
  }

  static Client of(DeskServer server) {
    return new Client(server.address(), List.of());
  }

  /** The same, signed in. */
  Client signIn(String email) {
    return bearer(tokens(email).accessToken());
  }

  Tokens tokens(String email) {
    return post(Routes.LOGIN, new LoginRequest(email, TestDesk.PASSWORD)).ok(Tokens.class);
  }

  Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  Client with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new Client(server, more);
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer post(String path, Object body) {
    return send("POST", path, Json.text(body));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, Json.text(body));
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, Json.text(body));
  }

  /** Sends {@code body} as it is, as JSON. */
  Answer send(String method, String path, String body) {
    return send(
        method,
        path,
        "application/json",
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  Answer send(String method, String path, String type, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .method(method, body);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the server said. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
      return Json.parse(response.body());
    }

    /** The body of a success. */
    <T> T ok(Class<T> type) {
      assertThat(status()).as(response.body()).isBetween(200, 299);
      assertThat(header("Content-Type")).isEqualTo("application/json");
      return Json.read(response.body(), type);
    }

    /** The problem that a failure tells, which must be {@code code}. */
    Problem problem(ErrorCode code) {
      assertThat(header("Content-Type")).as(response.body()).isEqualTo(Problem.MEDIA_TYPE);
      Problem problem = Json.read(response.body(), Problem.class);
      assertThat(problem.code()).as(response.body()).isEqualTo(code);
      assertThat(status()).isEqualTo(code.status()).isEqualTo(problem.status());
      assertThat(problem.detail()).isNotBlank();
      return problem;
    }

    /** The message for {@code field} in {@code validation_failed}. */
    String error(String field) {
      return Objects.requireNonNull(problem(ErrorCode.VALIDATION_FAILED).errors()).stream()
          .filter(error -> error.field().equals(field))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no error for " + field + " in " + response.body()))
          .message();
    }
  }
}
