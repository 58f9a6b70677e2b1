package io.deskhand.server.app;

import io.deskhand.server.store.Import;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param data the directory that its data is in
 * @param clock what it takes the time from
 * @param security how it guards itself
 * @param seed fills a desk that has no people yet, before the server answers anybody; null for none
 */
public record ServerOptions(
    String host,
    int port,
    Path data,
    Clock clock,
    SecurityOptions security,
    @Nullable Consumer<Import> seed) {

  /** On any free port of this machine alone. */
  public static ServerOptions local(Path data) {
    return new ServerOptions(
        "127.0.0.1", 0, data, Clock.systemUTC(), SecurityOptions.STANDARD, null);
  }

  public ServerOptions withHost(String value) {
    return new ServerOptions(value, port, data, clock, security, seed);
  }

  public ServerOptions withPort(int value) {
    return new ServerOptions(host, value, data, clock, security, seed);
  }

  public ServerOptions withClock(Clock value) {
    return new ServerOptions(host, port, data, value, security, seed);
  }

  public ServerOptions withSecurity(SecurityOptions value) {
    return new ServerOptions(host, port, data, clock, value, seed);
  }

  public ServerOptions withSeed(Consumer<Import> value) {
    return new ServerOptions(host, port, data, clock, security, value);
  }
}
