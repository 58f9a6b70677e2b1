package io.deskhand.cli;

import io.deskhand.console.signin.DemoHost;
import io.deskhand.console.signin.DemoProgress;
import io.deskhand.demo.DemoDesk;
import io.deskhand.demo.DemoOptions;
import io.deskhand.demo.DemoPeople;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The demo desk inside a console's own program. Thread-safe. */
final class Demos implements DemoHost, AutoCloseable {
  private final DemoOptions options;
  private @Nullable DemoDesk desk;

  Demos(Path data, int tickets) {
    this.options = DemoOptions.in(data).withTickets(tickets);
  }

  /** Refuses a number of tickets that no demo desk has. */
  static void check(CommandSpec spec, int tickets) {
    if (tickets < DemoOptions.LEAST_TICKETS || tickets > DemoOptions.MOST_TICKETS) {
      throw new ParameterException(
          spec.commandLine(),
          "--demo takes %,d to %,d tickets, not %,d"
              .formatted(DemoOptions.LEAST_TICKETS, DemoOptions.MOST_TICKETS, tickets));
    }
  }

  @Override
  public CompletionStage<URI> start(Consumer<DemoProgress> progress) {
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("demo-start")
        .daemon()
        .start(
            () -> {
              try {
                address.complete(startNow(progress));
              } catch (RuntimeException | Error e) {
                address.completeExceptionally(e);
              }
            });
    return address;
  }

  @Override
  public List<Person> people() {
    return DemoPeople.staff().stream()
        .map(one -> new Person(one.name(), one.email(), one.role(), one.tier()))
        .toList();
  }

  @Override
  public String password() {
    return DemoPeople.PASSWORD;
  }

  private synchronized URI startNow(Consumer<DemoProgress> progress) {
    if (desk == null) {
      desk =
          DemoDesk.start(
              options, step -> progress.accept(new DemoProgress(step.done(), step.total())));
    }
    return desk.address();
  }

  @Override
  public synchronized void close() {
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }
}
