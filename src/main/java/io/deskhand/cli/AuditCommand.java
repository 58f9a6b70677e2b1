package io.deskhand.cli;

import io.deskhand.server.store.AuditCheck;
import io.deskhand.server.store.AuditReport;
import io.deskhand.server.store.AuditReport.Break;
import io.deskhand.server.store.CannotOpenDatabase;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.NoDesk;
import io.deskhand.server.store.seal.KeysUnusable;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: whether the history is what was written. */
@Command(
    name = "audit",
    description = "Checks what happened to tickets against tampering.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class AuditCommand implements Runnable {
  /** The chain is broken. */
  private static final int BROKEN = 1;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: audit verify");
  }

  @Command(
      name = "verify",
      description = {
        "Recomputes the hash chain over all history entries of a stopped server,",
        "or of a database that servers share, which may go on meanwhile.",
        "Exit code 0 if it is whole, 1 if it is broken: then the first broken link is named."
      },
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int verify(
      @Option(names = "--data", paramLabel = "DIR", description = "Folder of the server's data.")
          @Nullable Path data,
      @Mixin SharedDatabase database,
      @Mixin KeyOptions keys) {
    Logs.toStandardError();
    Path directory = data != null ? data : Profile.standard().resolve("server");
    DatabaseUrl shared = database.url(spec);
    try {
      return tell(
          shared == null
              ? AuditCheck.run(directory, keys.files())
              : AuditCheck.run(shared, directory, keys.files()));
    } catch (DataDirInUse | NoDesk | CannotOpenDatabase | KeysUnusable e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private int tell(AuditReport report) {
    PrintWriter out = spec.commandLine().getOut();
    Break broken = report.broken();
    if (broken == null) {
      out.println("The chain is whole: " + report.links() + " entries, head " + report.head());
      return 0;
    }
    out.println(
        "The chain is broken at link %d (ticket %s, entry %s): %s"
            .formatted(broken.link(), broken.ticketId(), broken.entryId(), broken.reason()));
    return BROKEN;
  }
}
