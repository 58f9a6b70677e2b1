import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives an application image the AOT cache of its JVM (JEP 483, 514): runs {@code deskhand
 * rehearse} from the image's own jars, and puts what the JVM has learned beside them. The JVM takes
 * a cache only with the very jars that it was made with, also by their times; so they get the one
 * time that they have in the installer as well.
 *
 * <p>Arguments: the folder of the image, the Java of its run-time image, a folder to work in, and
 * the jars' time in seconds since 1970.
 */
final class Rehearse {
  private static final String CONFIGURATION = "deskhand.cfg";
  private static final String CACHE = "deskhand.aot";

  private Rehearse() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path app = find(Path.of(arguments[0]), CONFIGURATION).getParent();
    Instant time = Instant.ofEpochSecond(Long.parseLong(arguments[3]));
    stamp(app, FileTime.from(time));
    Path work = Path.of(arguments[2]);
    Files.createDirectories(work);
    Path cache = app.resolve(CACHE);
    List<String> command = new ArrayList<>();
    command.add(arguments[1]);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(
        settings(app, "java-options").filter(option -> !option.contains(CACHE)).toList());
    command.addAll(List.of("-cp", classPath(app)));
    command.addAll(settings(app, "app.mainclass").toList());
    command.addAll(List.of("rehearse", work.toString()));
    Path log = work.resolve("rehearse.log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0 || !Files.exists(cache)) {
      System.err.println(Files.readString(log));
      throw new IllegalStateException("the rehearsal failed with " + code + "; see " + log);
    }
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static void stamp(Path app, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(app)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  private static String classPath(Path app) throws IOException {
    return settings(app, "app.classpath").collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static Stream<String> settings(Path app, String name) throws IOException {
    return Files.readAllLines(app.resolve(CONFIGURATION)).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1).replace("$APPDIR", app.toString()));
  }
}
