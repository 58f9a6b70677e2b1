package io.deskhand.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program's JVM is started.
 *
 * @param home where the JVM is
 * @param options on top of those that all have
 */
record Jvm(Path home, String classPath, List<String> options) {
  static final String HEAP = "-Xmx3g";

  /** As {@code mvn} starts it: from folders of classes, and with no cache. */
  static Jvm plain(List<String> options) {
    Path home = Path.of(System.getProperty("java.home"));
    return new Jvm(home, System.getProperty("java.class.path"), options);
  }

  /** The same with more options. */
  Jvm with(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new Jvm(home, classPath, all);
  }

  /**
   * Runs a program to its end; what it prints goes where this process's goes.
   *
   * @param program its class and its arguments
   * @throws IllegalStateException if it fails
   */
  void run(String... program) throws IOException, InterruptedException {
    run(ProcessBuilder.Redirect.INHERIT, program);
  }

  /** The same; what it prints goes to {@code out}. */
  void run(ProcessBuilder.Redirect out, String... program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of(HEAP, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(program));
    int code = new ProcessBuilder(command).redirectOutput(out).redirectError(out).start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", program) + " ended with " + code);
    }
  }
}
