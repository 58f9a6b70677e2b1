package io.deskhand.server.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlRefreshTokens implements RefreshTokens {
  private static final Table<RefreshToken> TABLE =
      Table.<RefreshToken>named("refresh_tokens")
          .text("token_hash", RefreshToken::hash)
          .id("family", RefreshToken::family)
          .id("person_id", RefreshToken::personId)
          .time("expires_at", RefreshToken::expiresAt)
          .flag("used", token -> token.use() != null)
          .time("used_at", token -> token.use() == null ? null : token.use().at())
          .text("successor", token -> token.use() == null ? null : token.use().successor())
          .text("used_with", token -> token.use() == null ? null : token.use().key())
          .build();

  private final Handle handle;

  SqlRefreshTokens(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<RefreshToken> find(String hash) {
    return handle
        .createQuery("SELECT r.* FROM refresh_tokens r WHERE r.token_hash = ?")
        .bind(0, hash)
        .map(
            Row.mapper(
                row ->
                    new RefreshToken(
                        row.text("token_hash"),
                        row.id("family"),
                        row.id("person_id"),
                        row.time("expires_at"),
                        use(row))))
        .findOne();
  }

  /** Of a token that was exchanged before such times were kept, only that it was. */
  private static @Nullable Use use(Row row) throws SQLException {
    Instant at = row.timeOrNull("used_at");
    return row.flag("used")
        ? new Use(
            at == null ? Instant.EPOCH : at,
            row.textOrNull("successor"),
            row.textOrNull("used_with"))
        : null;
  }

  @Override
  public void insert(RefreshToken token) {
    TABLE.insert(handle, token);
  }

  @Override
  public void markUsed(String hash, Use use) {
    handle
        .createUpdate(
            """
            UPDATE refresh_tokens SET used = TRUE, used_at = ?, successor = ?, used_with = ?
            WHERE token_hash = ?\
            """)
        .bind(0, use.at())
        .bind(1, use.successor())
        .bind(2, use.key())
        .bind(3, hash)
        .execute();
  }

  @Override
  public void revokeFamily(UUID family) {
    handle.execute("DELETE FROM refresh_tokens WHERE family = ?", family);
  }

  @Override
  public void revokeAll(UUID personId) {
    handle.execute("DELETE FROM refresh_tokens WHERE person_id = ?", personId);
  }

  @Override
  public void forgetBefore(Instant time) {
    handle.execute("DELETE FROM refresh_tokens WHERE expires_at < ?", time);
  }
}
