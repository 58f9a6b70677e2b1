package io.deskhand.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.spi.ToolProvider;

/**
 * What the packages have beside the classes: jars, and an AOT cache of the JVM, which a first run
 * of the same program fills (see packaging/README.md). The JVM takes no cache of folders.
 */
final class Packaged {
  private final Path folder;

  Packaged(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The class path of this process with a jar in place of each folder. */
  String classPath() {
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

  /** What makes a JVM fill the cache at its end. */
  List<String> learning() {
    return List.of("-XX:AOTCacheOutput=" + cache());
  }

  /** What makes a JVM begin with it. */
  List<String> learned() {
    return List.of("-XX:AOTCache=" + cache());
  }

  private Path cache() {
    return folder.resolve("bench.aot");
  }
}
