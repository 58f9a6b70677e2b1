package io.deskhand;

import io.deskhand.cli.Deskhand;

/** Where the program begins on a Java that is new enough. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Deskhand.run(args, System.getenv()));
  }
}
