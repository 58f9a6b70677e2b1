package io.deskhand.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlAnswers implements Answers {
  private final Handle handle;
  private final Instant now;

  SqlAnswers(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  @Override
  public Optional<Answer> find(UUID person, String key) {
    return handle
        .createQuery(
            """
            SELECT request_hash, status, body FROM answers
            WHERE person_id = ? AND idempotency_key = ?\
            """)
        .bind(0, person)
        .bind(1, key)
        .map(
            Row.mapper(
                row ->
                    new Answer(row.text("request_hash"), row.number("status"), row.bytes("body"))))
        .findOne();
  }

  @Override
  public void store(UUID person, String key, Answer answer) {
    handle.execute(
        """
        INSERT INTO answers (person_id, idempotency_key, request_hash, status, body, answered_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        person,
        key,
        answer.requestHash(),
        answer.status(),
        answer.body(),
        now);
  }

  @Override
  public void forgetBefore(Instant time) {
    handle.execute("DELETE FROM answers WHERE answered_at < ?", time);
  }
}
