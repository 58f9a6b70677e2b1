package io.deskhand.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the program begins. Compiled for Java 11, so that a Java too old for Deskhand gets a
 * sentence instead of an UnsupportedClassVersionError.
 */
public final class Launcher {
  private static final int REQUIRED = 25;

  private Launcher() {}

  /** Hands over to {@code io.deskhand.Main}, or exits with 3 and says what is missing. */
  public static void main(String[] args) throws Exception {
    int found = Runtime.version().feature();
    if (found < REQUIRED) {
      System.err.println(
          "Deskhand needs Java "
              + REQUIRED
              + " or newer, and this is Java "
              + found
              + " ("
              + System.getProperty("java.home")
              + "). Install a JDK "
              + REQUIRED
              + " and start it with that.");
      System.exit(DisplayCheck.CANNOT_RUN_HERE);
    }
    try {
      Class.forName("io.deskhand.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw e;
    }
  }
}
