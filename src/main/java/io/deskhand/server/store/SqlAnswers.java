package io.deskhand.server.store;

import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.Place;
import io.deskhand.server.store.seal.Sealing;
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
                    new Answer(
                        row.text("request_hash"),
                        row.number("status"),
                        row.openedBytes("body", place(person, key)))))
        .findOne();
  }

  @Override
  public void store(UUID person, String key, Answer answer) {
    FieldCipher cipher = handle.getConfig(Sealing.class).cipher();
    handle.execute(
        """
        INSERT INTO answers (person_id, idempotency_key, request_hash, status, body, answered_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        person,
        key,
        answer.requestHash(),
        answer.status(),
        cipher.seal(place(person, key), answer.body()),
        now);
  }

  private static Place place(UUID person, String key) {
    return Place.of("answers", "body", person, key);
  }

  @Override
  public void forgetBefore(Instant time) {
    handle.execute("DELETE FROM answers WHERE answered_at < ?", time);
  }
}
