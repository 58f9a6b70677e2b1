package io.deskhand.protocol;

import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document, media type {@value #MEDIA_TYPE}.
 *
 * @param type {@code urn:deskhand:problem:} and the code
 * @param title the code in words
 * @param detail what happened, for a person; never a stack trace, never SQL
 * @param errors one per field that is wrong, for {@code validation_failed}
 * @param state the ticket's state, for {@code invalid_transition}
 * @param verb what was refused, for {@code invalid_transition}
 * @param allowed what would be allowed, for {@code invalid_transition}
 * @param ticket the current ticket, for {@code version_conflict}
 * @param requestId names the request in the server's log
 */
public record Problem(
    String type,
    String title,
    int status,
    ErrorCode code,
    @Nullable String detail,
    @Nullable List<FieldError> errors,
    @Nullable Status state,
    @Nullable Verb verb,
    @Nullable Set<Verb> allowed,
    @Nullable Ticket ticket,
    @Nullable String requestId) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One field of a request that is wrong; {@code field} is its path, such as {@code tags[3]}. */
  public record FieldError(String field, String message) {}

  /** A problem that says no more than its code and a sentence. */
  public static Problem of(ErrorCode code, @Nullable String detail) {
    return new Problem(
        "urn:deskhand:problem:" + code.wire(),
        titleOf(code),
        code.status(),
        code,
        detail,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** This problem with the fields that are wrong. */
  public Problem withErrors(List<FieldError> wrong) {
    return new Problem(
        type, title, status, code, detail, wrong, state, verb, allowed, ticket, requestId);
  }

  /** This problem with the move that the ticket's life does not have. */
  public Problem withMove(Status from, Verb refused, Set<Verb> possible) {
    return new Problem(
        type, title, status, code, detail, errors, from, refused, possible, ticket, requestId);
  }

  /** This problem with the ticket as it is now. */
  public Problem withTicket(Ticket current) {
    return new Problem(
        type, title, status, code, detail, errors, state, verb, allowed, current, requestId);
  }

  /** This problem with the id that the server's log knows the request by. */
  public Problem withRequestId(String id) {
    return new Problem(type, title, status, code, detail, errors, state, verb, allowed, ticket, id);
  }

  private static String titleOf(ErrorCode code) {
    String words = code.wire().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
