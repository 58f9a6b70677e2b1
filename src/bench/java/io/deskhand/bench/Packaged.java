package io.deskhand.bench;

import io.deskhand.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What the packages have beside the classes: a run-time image, jars, and the AOT cache of the JVM
 * that they get from the same rehearsal (see packaging/README.md). The JVM takes no cache of
 * folders.
 */
final class Packaged {
  /** As the build of the packages has it; what is written again after it wins. */
  private static final String IMAGE = "@packaging/common/jlink.args";

  private final Path folder;
  private final Jvm plain;

  private Packaged(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Path home = folder.resolve("runtime");
    tool("jlink", IMAGE, "--output", home.toString());
    this.plain = new Jvm(home, jars(), List.of());
  }

  /** Makes them in {@code folder}, of this process's class path. */
  static Packaged in(Path folder) throws IOException, InterruptedException {
    ConsoleBench.delete(folder);
    Packaged packaged = new Packaged(Files.createDirectories(folder));
    packaged.rehearse();
    return packaged;
  }

  /** A JVM as the packages start it. */
  Jvm jvm() {
    return plain.with(List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on"));
  }

  private void rehearse() throws IOException, InterruptedException {
    plain
        .with(List.of("-XX:AOTCacheOutput=" + cache()))
        .run(
            ProcessBuilder.Redirect.appendTo(folder.resolve("rehearsal.log").toFile()),
            Main.class.getName(),
            "rehearse",
            Files.createDirectories(folder.resolve("rehearsal")).toString());
  }

  private String jars() throws IOException, InterruptedException {
    StringJoiner path = new StringJoiner(File.pathSeparator);
    int folders = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Files.isDirectory(Path.of(entry)) ? jar(entry, folders++) : entry);
    }
    return path.toString();
  }

  private String jar(String classes, int number) throws IOException, InterruptedException {
    String jar = folder.resolve("classes" + number + ".jar").toString();
    tool("jar", "--create", "--file", jar, "-C", classes, ".");
    return jar;
  }

  private static void tool(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    command.addAll(List.of(arguments));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " has failed");
    }
  }

  private Path cache() {
    return folder.resolve("deskhand.aot");
  }
}
