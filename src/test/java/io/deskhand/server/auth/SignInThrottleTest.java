package io.deskhand.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.server.app.TestClock;
import io.deskhand.server.store.Signals;
import io.deskhand.server.web.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final End signals = new End(new ArrayList<>(), new ArrayList<>());
  private final SignInThrottle throttle =
      new SignInThrottle(clock, signals, new KeyedHash(new byte[32]));

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
  void whatOneServerLetsThroughCountsOnTheOther() {
    SignInThrottle other = new SignInThrottle(clock, signals.other(), new KeyedHash(new byte[32]));
    for (int i = 0; i < 10; i++) {
      (i % 2 == 0 ? throttle : other).attempt("ada", "192.0.2.1");
    }
    assertThatThrownBy(() -> throttle.attempt("ada", "192.0.2.1"))
        .isInstanceOf(TooManyRequests.class);
    assertThatThrownBy(() -> other.attempt("ada", "192.0.2.1")).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> other.attempt("max", "192.0.2.1")).doesNotThrowAnyException();
    assertThat(signals.said).isNotEmpty().noneMatch(word -> word.contains("ada"));
    clock.advance(Duration.ofSeconds(31));
    throttle.attempt("ada", "192.0.2.1");
    throttle.right("ada", "192.0.2.1");
    assertThatCode(() -> other.attempt("ada", "192.0.2.1")).doesNotThrowAnyException();
  }

  /** One end of a line between two servers. */
  private static final class End implements Signals {
    private final List<Consumer<JsonNode>> here;
    private final List<Consumer<JsonNode>> there;
    private final List<String> said = new ArrayList<>();

    End(List<Consumer<JsonNode>> here, List<Consumer<JsonNode>> there) {
      this.here = here;
      this.there = there;
    }

    End other() {
      return new End(there, here);
    }

    @Override
    public void send(String topic, Object data) {
      said.add(Json.text(data));
      there.forEach(listener -> listener.accept(Json.tree(data)));
    }

    @Override
    public void on(String topic, Consumer<JsonNode> listener) {
      here.add(listener);
    }
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
