package io.deskhand.server.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.server.app.TestClock;
import io.deskhand.server.web.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void guessingAtManyAccountsFromOneAddressIsSlowedDownAndNobodyElse() {
    for (int i = 0; i < 100; i++) {
      throttle.attempt("account" + i, "192.0.2.1");
    }
    assertThatThrownBy(() -> throttle.attempt("another", "192.0.2.1"))
        .isInstanceOf(TooManyRequests.class);
    assertThatThrownBy(() -> throttle.attempt("192.0.2.1")).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> throttle.attempt("another", "192.0.2.2")).doesNotThrowAnyException();
    clock.advance(Duration.ofSeconds(1));
    assertThatCode(() -> throttle.attempt("another", "192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void guessingAtOneAccountFromManyAddressesIsSlowedDown() {
    for (int i = 0; i < 200; i++) {
      throttle.attempt("ada", "192.0.2." + i);
    }
    assertThatThrownBy(() -> throttle.attempt("ada", "198.51.100.1"))
        .isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> throttle.attempt("max", "198.51.100.1")).doesNotThrowAnyException();
  }

  @Test
  void theAddressesOfOneSubscriberAreOne() {
    for (int i = 0; i < 100; i++) {
      throttle.attempt("account" + i, "2001:db8:1:2:" + i + "::1");
    }
    assertThatThrownBy(() -> throttle.attempt("another", "2001:db8:1:2:ffff::2"))
        .isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> throttle.attempt("another", "2001:db8:1:3::1")).doesNotThrowAnyException();
  }
}
