package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who is signed in, over kept-alive connections; anything but success throws. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String email;
  private volatile String token = "";

  private Http(URI server, String email) {
    this.server = server;
    this.email = email;
  }

  static Http signIn(URI server, String email) {
    Http http = new Http(server, email);
    http.signIn();
    return http;
  }

  /** Signs in again: a token lasts for ten minutes, a benchmark may last longer. */
  void signIn() {
    token = "";
    byte[] answer = post(Routes.LOGIN, new LoginRequest(email, BenchPeople.PASSWORD));
    token = Json.read(answer, Tokens.class).accessToken();
  }

  byte[] get(String path) {
    return send(request(path).GET());
  }

  JsonNode json(String path) {
    return Json.parse(get(path));
  }

  byte[] post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(Json.bytes(body))));
  }

  byte[] patch(String path, Object body) {
    return send(request(path).method("PATCH", BodyPublishers.ofByteArray(Json.bytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static byte[] send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            request.uri()
                + " answered "
                + answer.statusCode()
                + " "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
