package io.deskhand.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlRefreshTokens implements RefreshTokens {
  private static final Table<RefreshToken> TABLE =
      Table.<RefreshToken>named("refresh_tokens")
          .text("token_hash", RefreshToken::hash)
          .id("family", RefreshToken::family)
          .id("person_id", RefreshToken::personId)
          .time("expires_at", RefreshToken::expiresAt)
          .flag("used", RefreshToken::used)
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
                        row.flag("used"))))
        .findOne();
  }

  @Override
  public void insert(RefreshToken token) {
    TABLE.insert(handle, token);
  }

  @Override
  public void markUsed(String hash) {
    handle.execute("UPDATE refresh_tokens SET used = TRUE WHERE token_hash = ?", hash);
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
