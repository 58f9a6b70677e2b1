package io.deskhand.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends the program with one line and exit code 3 where a window cannot be shown. Compiled for Java
 * 11 and free of dependencies, so that Maven can run it in its own process before the desk is
 * started.
 */
public final class DisplayCheck {
  /** Exit code of a desk that was started where it cannot run: no display, or a Java too old. */
  public static final int CANNOT_RUN_HERE = 3;

  private DisplayCheck() {}

  /** Exits with {@link #CANNOT_RUN_HERE} if no display is there, else returns. */
  public static void main(String[] args) {
    if (!displayIsThere()) {
      System.err.println(
          "Deskhand needs a display, and there is none here. On a machine without a screen:"
              + " xvfb-run -a mvn");
      System.exit(CANNOT_RUN_HERE);
    }
  }

  /** Whether a window can be shown here, as far as that can be seen. */
  public static boolean displayIsThere() {
    String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    if (!os.contains("linux") || "Headless".equals(System.getProperty("glass.platform"))) {
      return true;
    }
    String display = System.getenv("DISPLAY");
    return display != null && !display.isBlank() && socketIsThere(display);
  }

  /** A local display (":99", ":0.0") has a socket file; what a remote one has cannot be seen. */
  private static boolean socketIsThere(String display) {
    if (!display.startsWith(":")) {
      return true;
    }
    String number = display.substring(1).split("\\.")[0];
    return Files.exists(Path.of("/tmp/.X11-unix/X" + number));
  }
}
