package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.server.app.TestDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Asks for what must be answered; for one thread. */
final class Caller implements AutoCloseable {
  private final Line line;

  Caller(URI server) {
    this.line = new Line(server);
  }

  /** Somebody, signed in anew. */
  Person signIn(String name, Set<String> hidden) {
    Person nobody = new Person(name, null, hidden);
    JsonNode tokens =
        post(nobody, Routes.LOGIN, new LoginRequest(name + "@demo.desk", TestDesk.PASSWORD));
    return nobody.signedIn(tokens.path("accessToken").asText());
  }

  JsonNode get(Person person, String path) {
    return ok(new Shot(person, "GET", path, List.of(), new byte[0]));
  }

  JsonNode post(Person person, String path, Object body) {
    return ok(writing(person, path, body));
  }

  /** Posts what may be refused by now. */
  Answer tryPost(Person person, String path, Object body) {
    return answer(writing(person, path, body));
  }

  private static Shot writing(Person person, String path, Object body) {
    List<String> type = List.of("Content-Type: application/json");
    return new Shot(person, "POST", path, type, Json.bytes(body));
  }

  private JsonNode ok(Shot shot) {
    Answer answer = answer(shot);
    if (answer.status() > 202) {
      throw new AssertionError(shot.curl() + "\n" + answer.text());
    }
    return answer.type().startsWith("application/json")
        ? Json.parse(answer.body())
        : Json.tree(answer.text());
  }

  private Answer answer(Shot shot) {
    try {
      return line.send(shot.bytes(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(shot.curl(), e);
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
