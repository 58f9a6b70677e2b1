package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody who is signed in, over kept-alive connections; anything but success throws. */
final class Http {
  private static final byte[] NOTHING = {};
  private final URI server;
  private final String email;
  private final Queue<Line> idle = new ConcurrentLinkedQueue<>();
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

  /**
   * Signs in again: a token lasts for ten minutes, a benchmark may last longer, and the server cuts
   * connections that nothing came over for half a minute.
   */
  void signIn() {
    token = "";
    idle.clear();
    byte[] answer = post(Routes.LOGIN, new LoginRequest(email, BenchPeople.PASSWORD));
    token = Json.read(answer, Tokens.class).accessToken();
  }

  URI server() {
    return server;
  }

  /** The access token that it has now. */
  String token() {
    return token;
  }

  byte[] get(String path) {
    return send("GET", path, NOTHING);
  }

  JsonNode json(String path) {
    return Json.parse(get(path));
  }

  byte[] post(String path, Object body) {
    return send("POST", path, Json.bytes(body));
  }

  byte[] patch(String path, Object body) {
    return send("PATCH", path, Json.bytes(body));
  }

  private byte[] send(String method, String path, byte[] body) {
    try {
      Line known = idle.poll();
      Line line = known == null ? new Line(server) : known;
      Line.Answer answer = line.exchange(head(method, path), body);
      idle.add(line);
      if (answer.status() >= 300) {
        throw new IllegalStateException(
            path + " answered " + answer.status() + " " + answer.text());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(path + " got no answer", e);
    }
  }

  private String head(String method, String path) {
    String signedIn = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: "
        + server.getAuthority()
        + "\r\nContent-Type: application/json\r\n"
        + signedIn;
  }
}
