package io.deskhand.server.app;

import io.deskhand.server.store.DatabaseUrl;
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
 * @param data the directory that its data is in, or what it keeps for itself beside a database
 * @param database the database that its data is in, shared with other servers; null for one of its
 *     own in {@code data}
 * @param clock what it takes the time from
 * @param security how it guards itself
 * @param seed fills a desk that has no people yet, before the server answers anybody; null for none
 * @param attachments the folder that its files are in; several servers of one desk share it
 * @param metricsToken lets others than this machine read /metrics; null for nobody else
 */
public record ServerOptions(
    String host,
    int port,
    Path data,
    @Nullable DatabaseUrl database,
    Clock clock,
    SecurityOptions security,
    @Nullable Consumer<Import> seed,
    Path attachments,
    @Nullable String metricsToken) {

  /** On any free port of this machine alone. */
  public static ServerOptions local(Path data) {
    return new ServerOptions(
        "127.0.0.1",
        0,
        data,
        null,
        Clock.systemUTC(),
        SecurityOptions.STANDARD,
        null,
        data.resolve("attachments"),
        null);
  }

  public ServerOptions withHost(String value) {
    return new ServerOptions(
        value, port, data, database, clock, security, seed, attachments, metricsToken);
  }

  public ServerOptions withPort(int value) {
    return new ServerOptions(
        host, value, data, database, clock, security, seed, attachments, metricsToken);
  }

  public ServerOptions withClock(Clock value) {
    return new ServerOptions(
        host, port, data, database, value, security, seed, attachments, metricsToken);
  }

  public ServerOptions withSecurity(SecurityOptions value) {
    return new ServerOptions(
        host, port, data, database, clock, value, seed, attachments, metricsToken);
  }

  public ServerOptions withSeed(Consumer<Import> value) {
    return new ServerOptions(
        host, port, data, database, clock, security, value, attachments, metricsToken);
  }

  public ServerOptions withDatabase(@Nullable DatabaseUrl value) {
    return new ServerOptions(
        host, port, data, value, clock, security, seed, attachments, metricsToken);
  }

  public ServerOptions withMetricsToken(@Nullable String value) {
    return new ServerOptions(host, port, data, database, clock, security, seed, attachments, value);
  }

  public ServerOptions withAttachments(Path value) {
    return new ServerOptions(
        host, port, data, database, clock, security, seed, value, metricsToken);
  }
}
