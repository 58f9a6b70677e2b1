package io.deskhand.cli;

import io.deskhand.demo.DemoDesk;
import io.deskhand.demo.DemoOptions;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.app.AddressInUse;
import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.SecurityOptions;
import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.store.CannotOpenDatabase;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.seal.KeysUnusable;
import io.deskhand.server.tls.BadCertificate;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the backend alone, until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the backend until it is stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8484",
      description = "Port to listen on; 0 picks a free one. Default: 8484.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the server's data; made if there is none.")
  private @Nullable Path data;

  @Option(
      names = "--attachments",
      paramLabel = "DIR",
      description =
          "Folder of the files in messages; servers of one desk share it. Default: in DATA.")
  private @Nullable Path attachments;

  @Mixin private final SharedDatabase database = new SharedDatabase();

  @Option(
      names = "--demo",
      arity = "0..1",
      paramLabel = "TICKETS",
      fallbackValue = "" + DemoOptions.DEFAULT_TICKETS,
      description = "A demo desk with this many tickets (20,000) and simulated customers.")
  private @Nullable Integer demo;

  @Mixin private final ServeSecurity security = new ServeSecurity();

  @Option(
      names = "--metrics-token",
      paramLabel = "TOKEN",
      description = "Lets whoever has it read /metrics from elsewhere; this machine may anyway.")
  private @Nullable String metricsToken;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to log to standard error: text or json. Default: text.")
  private Logs.Format logFormat = Logs.Format.TEXT;

  @Option(
      names = "--log-requests",
      description = "Logs every request: route, status, time and id, never its content.")
  private boolean logRequests;

  private @Nullable DatabaseUrl databaseUrl;

  @Override
  public Integer call() throws InterruptedException {
    check();
    Logs.toStandardError(logFormat, logRequests);
    Running running = start();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.stop().run();
                  stopped.countDown();
                  // A signal's own exit code would say that it was killed.
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    PrintWriter out = spec.commandLine().getOut();
    running.setupToken().ifPresent(token -> out.println("Set-up token, for once: " + token));
    out.println("Deskhand is serving " + running.address());
    out.flush();
    stopped.await();
    return 0;
  }

  private void check() {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is 0 to " + MAX_PORT + ", not " + port);
    }
    if (demo != null) {
      Demos.check(spec, demo);
    }
    security.check(spec, demo != null);
    databaseUrl = database.url(spec);
  }

  private Running start() {
    try {
      return demo == null ? plain() : demo(demo);
    } catch (AddressInUse
        | DataDirInUse
        | CannotOpenDatabase
        | BadCertificate
        | KeysUnusable
        | ProblemException
        | UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private Running plain() {
    Path folder = dataOr("server");
    SecurityOptions guarded = security.options(folder);
    ServerOptions options =
        ServerOptions.local(folder)
            .withHost(security.host())
            .withPort(port)
            .withDatabase(databaseUrl)
            .withSecurity(guarded)
            .withMetricsToken(metricsToken);
    DeskServer server =
        DeskServer.start(attachments == null ? options : options.withAttachments(attachments));
    if (guarded.tls() != null) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("The certificate's SHA-256 fingerprint is " + guarded.tls().fingerprint());
      err.flush();
    }
    return new Running(server::close, server.address(), server.setupToken());
  }

  private Running demo(int tickets) {
    DemoOptions options =
        DemoOptions.in(dataOr("demo-server"))
            .withPort(port)
            .withTickets(tickets)
            .withDatabase(databaseUrl);
    DemoDesk desk = DemoDesk.start(options, progress -> {});
    return new Running(desk::close, desk.address(), Optional.empty());
  }

  private Path dataOr(String folder) {
    return data != null ? data : Profile.standard().resolve(folder);
  }

  private record Running(Runnable stop, URI address, Optional<String> setupToken) {}
}
