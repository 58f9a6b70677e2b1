package io.deskhand.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: what there is, and what a wrong word gets. */
public final class Deskhand {
  /** A wrong option. */
  public static final int USAGE = 2;

  /** Something that could not be done here: no display, a port in use, data in use. */
  public static final int CANNOT_RUN_HERE = 3;

  private Deskhand() {}

  /** Runs what {@code arguments} ask for, until it ends; returns the exit code. */
  public static int run(String[] arguments, Map<String, String> environment) {
    return commandLine(environment).execute(arguments);
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine line = new CommandLine(new ConsoleCommand());
    line.addSubcommand(new ServeCommand());
    line.addSubcommand(new KeysCommand());
    line.addSubcommand(new AuditCommand());
    line.addSubcommand(new BackupCommand());
    line.addSubcommand(new RestoreCommand());
    line.addSubcommand(new RehearseCommand());
    // Commands inside of commands take it over.
    line.setDefaultValueProvider(new EnvironmentDefaults(environment));
    line.setParameterExceptionHandler(Deskhand::refuse);
    line.setExecutionExceptionHandler(Deskhand::fail);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int refuse(ParameterException e, String[] arguments) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong option");
    e.getCommandLine().getErr().println("deskhand: " + message + " (see --help)");
    return USAGE;
  }

  private static int fail(Exception e, CommandLine line, ParseResult parsed) throws Exception {
    if (!(e instanceof CannotRun)) {
      throw e;
    }
    PrintWriter err = line.getErr();
    err.println("deskhand: " + e.getMessage());
    return CANNOT_RUN_HERE;
  }
}
