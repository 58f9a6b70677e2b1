package io.deskhand.demo.customers;

import io.deskhand.demo.data.Person;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's sign-in, renewed in time. For one thread. */
final class CustomerSession {
  private final CustomerApi api;
  private final Person person;
  private final String password;
  private final Clock clock;
  private @Nullable Tokens tokens;
  private Instant renewAt = Instant.MIN;

  CustomerSession(CustomerApi api, Person person, String password, Clock clock) {
    this.api = api;
    this.person = person;
    this.password = password;
    this.clock = clock;
  }

  /** An access token that is good for a while. */
  String token() throws IOException {
    Tokens current = tokens;
    if (current == null || !clock.instant().isBefore(renewAt)) {
      current = current == null ? signIn() : renew(current);
      tokens = current;
      renewAt = clock.instant().plusSeconds(current.expiresIn() * 3 / 4);
    }
    return current.accessToken();
  }

  /** How long {@link #token()} stays the same. */
  Duration freshFor() {
    Duration left = Duration.between(clock.instant(), renewAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Makes the next {@link #token()} a new one, since the server does not want this one. */
  void distrust() {
    renewAt = Instant.MIN;
  }

  private Tokens renew(Tokens old) throws IOException {
    try {
      return api.refresh(old.refreshToken());
    } catch (ProblemException e) {
      if (e.problem().code() == ErrorCode.RATE_LIMITED || e.problem().code().isTransient()) {
        throw e;
      }
      return signIn();
    }
  }

  private Tokens signIn() throws IOException {
    return api.login(person.email(), password);
  }
}
