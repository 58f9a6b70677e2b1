package io.deskhand.server.auth;

import io.deskhand.server.web.Throttle;
import io.deskhand.server.web.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Slows down who guesses passwords: from one address, and from many for one account. Somebody who
 * guesses at an account does not shut out its owner, who is elsewhere. Thread-safe.
 */
final class SignInThrottle {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int GROUPS_OF_A_NETWORK = 4;
  private final Throttle perAddress;
  private final Throttle perAccountAndAddress;
  private final Throttle perAccount;

  SignInThrottle(Clock clock) {
    this.perAddress = new Throttle(100, Duration.ofSeconds(1), clock);
    this.perAccountAndAddress = new Throttle(10, Duration.ofSeconds(30), LONGEST, clock);
    this.perAccount = new Throttle(200, Duration.ofSeconds(5), clock);
  }

  /**
   * Notes an attempt at {@code account}.
   *
   * @throws TooManyRequests if there were too many
   */
  void attempt(String account, String address) {
    String network = network(address);
    perAddress.take(network);
    perAccountAndAddress.take(account + " " + network);
    perAccount.take(account);
  }

  /** Notes an attempt at nobody in particular. */
  void attempt(String address) {
    perAddress.take(network(address));
  }

  /** Forgets the attempts at {@code account} from there: the password was right. */
  void right(String account, String address) {
    perAccountAndAddress.forgive(account + " " + network(address));
  }

  /** The address; of IPv6, what one subscriber has all of. */
  private static String network(String address) {
    return address.indexOf(':') < 0
        ? address
        : Arrays.stream(address.split(":"))
            .limit(GROUPS_OF_A_NETWORK)
            .collect(Collectors.joining(":"));
  }
}
