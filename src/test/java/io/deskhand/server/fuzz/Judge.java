package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong with an answer, whatever the request was. */
final class Judge {
  /** What only the inside of the server knows; no request has any of it. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat [a-z]|io\\.deskhand|org\\.(h2|postgresql|jdbi|eclipse)|java\\.(lang|util|sql)|"
              + "javalin|jackson|Exception|SELECT |INSERT INTO|UPDATE |jdbc:|SQLSTATE|<html");

  private static final List<Integer> SUCCESSES = List.of(200, 201, 202, 204, 206);

  private Judge() {}

  /** What is wrong; empty if nothing is. */
  static Optional<String> wrongWith(Shot shot, Answer answer) {
    String text = answer.text() + answer.headers();
    for (String word : shot.person().hidden()) {
      if (text.contains(word)) {
        return Optional.of("it tells " + shot.person().name() + " of " + word);
      }
    }
    if (answer.status() >= 500) {
      return Optional.of("it is a fault of the server");
    }
    if (answer.isRefusal()) {
      return shot.method().equals("HEAD") ? Optional.empty() : wrongRefusal(answer);
    }
    if (!SUCCESSES.contains(answer.status())) {
      return Optional.of("no answer has this status");
    }
    boolean json = answer.type().startsWith("application/json");
    return json && answer.body().length > 0 ? wrongJson(answer) : Optional.empty();
  }

  private static Optional<String> wrongJson(Answer answer) {
    try {
      Json.parse(answer.body());
      return Optional.empty();
    } catch (BadJson e) {
      return Optional.of("it is not JSON: " + e.getMessage());
    }
  }

  private static Optional<String> wrongRefusal(Answer answer) {
    if (!answer.type().equals(Problem.MEDIA_TYPE)) {
      return Optional.of("it is no problem document");
    }
    if (INSIDE.matcher(answer.text()).find()) {
      return Optional.of("it tells of the server's inside");
    }
    try {
      JsonNode tree = Json.parse(answer.body());
      Problem problem = Json.convert(tree, Problem.class);
      return problem.code() == null
              || problem.code() == ErrorCode.INTERNAL
              || problem.code().status() != answer.status()
              || problem.status() != answer.status()
              || problem.detail() == null
          ? Optional.of("its code or status is not right")
          : Optional.empty();
    } catch (BadJson e) {
      return Optional.of("it is no problem document: " + e.getMessage());
    }
  }

  /** What is wrong with text from a live socket; empty if nothing is. */
  static Optional<String> wrongWithFrame(Person person, String text) {
    for (String word : person.hidden()) {
      if (text.contains(word)) {
        return Optional.of("it tells " + person.name() + " of " + word);
      }
    }
    if (text.startsWith("{\"event\":\"error\"")) {
      return text.contains("\"code\":\"internal\"") || INSIDE.matcher(text).find()
          ? Optional.of("it is a fault of the server")
          : Optional.empty();
    }
    return Optional.empty();
  }
}
