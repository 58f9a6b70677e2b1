package io.deskhand.bench;

import io.deskhand.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.spi.ToolProvider;

/**
 * What the packages have beside the classes: jars, and the AOT cache of the JVM that they get from
 * the same rehearsal (see packaging/README.md). The JVM takes no cache of folders.
 */
final class Packaged {
  private final Path folder;
  private final String classPath;

  private Packaged(Path folder) {
    this.folder = folder;
    this.classPath = jars();
  }

  /** Packs this process's class path into {@code folder}, and rehearses with it. */
  static Packaged in(Path folder) throws IOException, InterruptedException {
    ConsoleBench.delete(folder);
    Packaged packaged = new Packaged(Files.createDirectories(folder));
    Jvm learning = new Jvm(packaged.classPath, List.of("-XX:AOTCacheOutput=" + packaged.cache()));
    learning.run(
        ProcessBuilder.Redirect.appendTo(folder.resolve("rehearsal.log").toFile()),
        Main.class.getName(),
        "rehearse",
        Files.createDirectories(folder.resolve("rehearsal")).toString());
    return packaged;
  }

  /** A JVM as the packages start it, with {@code options}. */
  Jvm jvm(List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on"));
    return new Jvm(classPath, all);
  }

  private String jars() {
    StringJoiner path = new StringJoiner(File.pathSeparator);
    int folders = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Files.isDirectory(Path.of(entry)) ? jar(entry, folders++) : entry);
    }
    return path.toString();
  }

  private String jar(String classes, int number) {
    String jar = folder.resolve("classes" + number + ".jar").toString();
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    if (tool.run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".") != 0) {
      throw new IllegalStateException("cannot pack " + classes);
    }
    return jar;
  }

  private Path cache() {
    return folder.resolve("deskhand.aot");
  }
}
