package io.deskhand.server.auth;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Tokens;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.RefreshTokens.RefreshToken;
import io.deskhand.server.store.RefreshTokens.Use;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs people in and out, and renews their sessions. Thread-safe. */
final class SignIn {
  private static final Duration REFRESH_LIFE = Duration.ofDays(60);

  /**
   * How long the answer to a renewal may be lost and asked for again: whoever did get it needs
   * another one within this time, so that a thief is found out.
   */
  private static final Duration GRACE = AccessTokens.LIFE;

  private static final int REFRESH_BYTES = 32;
  private final Ledger ledger;
  private final Passwords passwords;
  private final AccessTokens accessTokens;
  private final SecureRandom random = new SecureRandom();
  private final SignInThrottle throttle;

  SignIn(Ledger ledger, Passwords passwords, AccessTokens accessTokens, SignInThrottle throttle) {
    this.ledger = ledger;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.throttle = throttle;
  }

  /**
   * Signs in from {@code address}.
   *
   * @throws ProblemException with {@code invalid_credentials}, whatever of the two is wrong
   */
  Tokens login(String email, String password, String address) {
    String name = email.strip().toLowerCase(Locale.ROOT);
    throttle.attempt(name, address);
    Optional<Account> account = ledger.read(view -> view.accounts().findByEmail(name));
    boolean right = passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (!right || account.orElseThrow().disabled()) {
      throw ProblemException.of(
          ErrorCode.INVALID_CREDENTIALS, "The e-mail or the password is wrong");
    }
    throttle.right(name, address);
    return begin(account.get());
  }

  /**
   * Notes an attempt at a secret.
   *
   * @throws io.deskhand.server.web.TooManyRequests if there were too many
   */
  void attempt(String address) {
    throttle.attempt(address);
  }

  /** Begins a session of somebody who has proved who they are. */
  Tokens begin(Account account) {
    return ledger.write(tx -> issue(tx, account, tx.newId()));
  }

  /**
   * Exchanges a refresh token for new tokens. One that was exchanged before ends every session that
   * goes back to the same sign-in, unless this is the same request once more, not long after, and
   * nobody has used what it was exchanged for: then the answer was lost, and another one replaces
   * it.
   *
   * @param key the request's idempotency key; without one it cannot come again
   */
  Tokens refresh(String refreshToken, @Nullable String key) {
    String hash = Fingerprint.of(refreshToken);
    String with = key == null ? null : Fingerprint.of(key);
    return ledger
        .write(tx -> exchange(tx, hash, with))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ErrorCode.UNAUTHENTICATED, "The refresh token is not valid; sign in again"));
  }

  private Optional<Tokens> exchange(Tx tx, String hash, @Nullable String with) {
    Optional<RefreshToken> found = tx.refreshTokens().find(hash);
    if (found.isEmpty() || !tx.now().isBefore(found.get().expiresAt())) {
      return Optional.empty();
    }
    RefreshToken token = found.get();
    Optional<Account> account =
        tx.accounts().find(token.personId()).filter(person -> !person.disabled());
    if (account.isEmpty() || (token.use() != null && !takesBack(tx, token.use(), with))) {
      tx.refreshTokens().revokeFamily(token.family());
      return Optional.empty();
    }
    Tokens tokens = issue(tx, account.get(), token.family());
    String successor = Fingerprint.of(tokens.refreshToken());
    tx.refreshTokens().markUsed(hash, new Use(tx.now(), successor, with));
    return Optional.of(tokens);
  }

  /** Makes a token that was exchanged good for another exchange, where its answer was lost. */
  private static boolean takesBack(Tx tx, Use use, @Nullable String with) {
    String successor = use.successor();
    boolean repeated = with != null && with.equals(use.key());
    if (successor == null || !repeated || !tx.now().isBefore(use.at().plus(GRACE))) {
      return false;
    }
    boolean unused =
        tx.refreshTokens().find(successor).filter(next -> next.use() == null).isPresent();
    if (unused) {
      // If it turns up after all there are two who hold tokens of this sign-in.
      tx.refreshTokens().markUsed(successor, new Use(tx.now(), null, null));
    }
    return unused;
  }

  private Tokens issue(Tx tx, Account account, UUID family) {
    byte[] secret = new byte[REFRESH_BYTES];
    random.nextBytes(secret);
    String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    UUID person = account.me().id();
    tx.refreshTokens()
        .insert(
            new RefreshToken(
                Fingerprint.of(refreshToken), family, person, tx.now().plus(REFRESH_LIFE), null));
    return new Tokens(
        accessTokens.issue(person, family),
        refreshToken,
        AccessTokens.LIFE.toSeconds(),
        account.me());
  }

  /**
   * Ends every session that goes back to the same sign-in as {@code refreshToken}.
   *
   * @param everywhere whether those of the person's other sign-ins end too
   */
  void logout(String refreshToken, boolean everywhere) {
    String hash = Fingerprint.of(refreshToken);
    ledger.write(
        tx -> {
          Optional<RefreshToken> found = tx.refreshTokens().find(hash);
          if (everywhere) {
            found.ifPresent(token -> tx.refreshTokens().revokeAll(token.personId()));
          } else {
            found.ifPresent(token -> tx.refreshTokens().revokeFamily(token.family()));
          }
          return found.isPresent();
        });
  }
}
