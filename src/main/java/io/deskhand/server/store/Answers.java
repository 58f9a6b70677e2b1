package io.deskhand.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The answers to writes that carried an idempotency key, each stored with its effect. */
public interface Answers {
  /** The answer that {@code person} got for {@code key}. */
  Optional<Answer> find(UUID person, String key);

  void store(UUID person, String key, Answer answer);

  /** Forgets what was answered before {@code time}. */
  void forgetBefore(Instant time);

  /**
   * An answer.
   *
   * @param requestHash of the method, path and body that it was the answer to
   * @param status HTTP
   * @param body JSON, UTF-8
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way through; compared by nobody.
  record Answer(String requestHash, int status, byte[] body) {}
}
