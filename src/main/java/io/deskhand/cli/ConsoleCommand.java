package io.deskhand.cli;

import io.deskhand.console.app.ConsoleApp;
import io.deskhand.console.app.ConsoleOptions;
import io.deskhand.demo.DemoOptions;
import io.deskhand.launch.DisplayCheck;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.cache.Keychain;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Without a subcommand: the console. */
@Command(
    name = "deskhand",
    description = "A support desk: opens the console, or runs the backend (serve).",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = "Every option is also an environment variable: --server is DESKHAND_SERVER.")
final class ConsoleCommand implements Callable<Integer> {
  private static final Duration KEYCHAIN_PATIENCE = Duration.ofSeconds(5);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server to sign in to, such as http://localhost:8484.")
  private @Nullable URI server;

  @Option(names = "--user", paramLabel = "EMAIL", description = "Who signs in.")
  private @Nullable String user;

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Folder of this console's cache, outbox and settings.")
  private @Nullable Path profile;

  @Option(
      names = "--trust-fingerprint",
      paramLabel = "SHA256",
      description = "Trusts the server whose certificate has this fingerprint; serve prints it.")
  private @Nullable String fingerprint;

  @Option(
      names = "--plain-http",
      description = "Lets passwords go to another machine over plain HTTP.")
  private boolean plainHttp;

  @Option(
      names = "--demo",
      arity = "0..1",
      paramLabel = "TICKETS",
      fallbackValue = "" + DemoOptions.DEFAULT_TICKETS,
      description = "Starts a demo desk with this many tickets (20,000) in the same program.")
  private @Nullable Integer demo;

  @Override
  public Integer call() {
    check();
    DisplayCheck.main(new String[0]);
    Path folder = profile != null ? profile : Profile.standard();
    Logs.toFile(folder.resolve("deskhand.log"), folder.resolve(ConsoleOptions.SUPPORT_LOG));
    int tickets = demo != null ? demo : DemoOptions.DEFAULT_TICKETS;
    try (Demos demos = new Demos(folder.resolve("demo"), tickets)) {
      ConsoleApp.run(options(folder, demos));
    }
    return 0;
  }

  private void check() {
    trust();
    if (demo != null) {
      Demos.check(spec, demo);
    }
    if (server != null && (server.getScheme() == null || server.getHost() == null)) {
      throw new ParameterException(
          spec.commandLine(), "--server is an address such as http://localhost:8484");
    }
  }

  private ServerTrust trust() {
    ServerTrust trust = new ServerTrust(null, plainHttp);
    try {
      return fingerprint == null ? trust : trust.withFingerprint(fingerprint);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--trust-fingerprint is 64 hex digits, not " + fingerprint, e);
    }
  }

  private ConsoleOptions options(Path folder, Demos demos) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    ServerTrust trust = trust();
    return new ConsoleOptions(
        folder,
        () ->
            SyncAccounts.open(
                folder.resolve("desk"),
                new Keychain(KEYCHAIN_PATIENCE),
                trust,
                clock,
                new SecureRandom(),
                Timing.STANDARD),
        server,
        user,
        demos,
        demo != null,
        clock);
  }
}
