package io.deskhand.server.auth;

import io.deskhand.protocol.Json;
import io.deskhand.server.store.Signals;
import io.deskhand.server.web.Throttle;
import io.deskhand.server.web.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Slows down who guesses passwords: from one address, and from many for one account. Somebody who
 * guesses at an account does not shut out its owner, who is elsewhere. An attempt that one server
 * of the desk lets through counts on the others too, a moment later. Thread-safe.
 */
final class SignInThrottle {
  private static final String SIGN_IN = "sign_in";
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int GROUPS_OF_A_NETWORK = 4;
  private final Throttle perAddress;
  private final Throttle perAccountAndAddress;
  private final Throttle perAccount;
  private final Signals signals;
  private final KeyedHash keyed;

  /**
   * What the other servers are told.
   *
   * @param account a keyed hash: an address is nobody's business, also on its way
   * @param right whether the password was
   */
  private record Attempt(String account, String network, boolean right) {}

  /**
   * @param keyed the same on all servers of the desk
   */
  SignInThrottle(Clock clock, Signals signals, KeyedHash keyed) {
    this.signals = signals;
    this.keyed = keyed;
    this.perAddress = new Throttle(100, Duration.ofSeconds(1), clock);
    this.perAccountAndAddress = new Throttle(10, Duration.ofSeconds(30), LONGEST, clock);
    this.perAccount = new Throttle(200, Duration.ofSeconds(5), clock);
    signals.on(SIGN_IN, data -> heard(Json.convert(data, Attempt.class)));
  }

  private void heard(Attempt attempt) {
    String name = attempt.account() + " " + attempt.network();
    if (attempt.right()) {
      perAccountAndAddress.forgive(name);
    } else {
      perAddress.note(attempt.network());
      perAccountAndAddress.note(name);
      perAccount.note(attempt.account());
    }
  }

  /**
   * Notes an attempt at {@code account}.
   *
   * @throws TooManyRequests if there were too many
   */
  void attempt(String account, String address) {
    String network = network(address);
    String name = hash(account);
    perAddress.take(network);
    perAccountAndAddress.take(name + " " + network);
    perAccount.take(name);
    signals.send(SIGN_IN, new Attempt(name, network, false));
  }

  /** Notes an attempt at nobody in particular. */
  void attempt(String address) {
    perAddress.take(network(address));
  }

  /** Forgets the attempts at {@code account} from there: the password was right. */
  void right(String account, String address) {
    String name = hash(account);
    String network = network(address);
    perAccountAndAddress.forgive(name + " " + network);
    signals.send(SIGN_IN, new Attempt(name, network, true));
  }

  private String hash(String account) {
    return HexFormat.of().formatHex(keyed.of(account));
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
