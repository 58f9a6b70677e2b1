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
  private final Renewals renewals;

  SignIn(
      Ledger ledger,
      Passwords passwords,
      AccessTokens accessTokens,
      SignInThrottle throttle,
      Renewals renewals) {
    this.ledger = ledger;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.throttle = throttle;
    this.renewals = renewals;
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
   * nobody has used what it was exchanged for: then it gets the same refresh token again, in
   * whatever order the copies of that request come.
   *
   * @param key the request's idempotency key; without one it cannot come again
   */
  Tokens refresh(String refreshToken, @Nullable String key) {
    String hash = Fingerprint.of(refreshToken);
    String with = key == null ? null : Fingerprint.of(key);
    String next = with == null ? random() : renewals.of(refreshToken, with);
    return ledger
        .write(tx -> exchange(tx, hash, with, next))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ErrorCode.UNAUTHENTICATED, "The refresh token is not valid; sign in again"));
  }

  private Optional<Tokens> exchange(Tx tx, String hash, @Nullable String with, String next) {
    Optional<RefreshToken> found = tx.refreshTokens().find(hash);
    if (found.isEmpty() || !tx.now().isBefore(found.get().expiresAt())) {
      return Optional.empty();
    }
    RefreshToken token = found.get();
    Optional<Account> account =
        tx.accounts().find(token.personId()).filter(person -> !person.disabled());
    Use use = token.use();
    if (account.isEmpty() || (use != null && !isRepeated(tx, use, with, next))) {
      tx.refreshTokens().revokeFamily(token.family());
      return Optional.empty();
    }
    if (use == null) {
      keep(tx, token.personId(), token.family(), next);
      tx.refreshTokens().markUsed(hash, new Use(tx.now(), Fingerprint.of(next), with));
    }
    return Optional.of(tokens(account.get(), token.family(), next));
  }

  /** Whether this is the request that a token was exchanged by, and its answer may be lost. */
  private static boolean isRepeated(Tx tx, Use use, @Nullable String with, String next) {
    String successor = Fingerprint.of(next);
    return with != null
        && with.equals(use.key())
        && successor.equals(use.successor())
        && tx.now().isBefore(use.at().plus(GRACE))
        && tx.refreshTokens().find(successor).filter(it -> it.use() == null).isPresent();
  }

  private Tokens issue(Tx tx, Account account, UUID family) {
    String refreshToken = random();
    keep(tx, account.me().id(), family, refreshToken);
    return tokens(account, family, refreshToken);
  }

  private String random() {
    byte[] secret = new byte[REFRESH_BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static void keep(Tx tx, UUID person, UUID family, String refreshToken) {
    tx.refreshTokens()
        .insert(
            new RefreshToken(
                Fingerprint.of(refreshToken), family, person, tx.now().plus(REFRESH_LIFE), null));
  }

  private Tokens tokens(Account account, UUID family, String refreshToken) {
    return new Tokens(
        accessTokens.issue(account.me().id(), family),
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
