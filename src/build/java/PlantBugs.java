import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * Proves that the simulation can fail: plants one bug after the other into a copy of a source file,
 * compiles that beside the classes as they are, and counts the seeds until the simulation finds it.
 *
 * <p>Arguments: the class path of the tests, how many seeds to try, and which bugs, with commas
 * between them (all if there are none).
 */
final class PlantBugs {
  private static final Path BUGS = Path.of("src/test/bugs");
  private static final Path MAIN = Path.of("src/main/java/io/deskhand");
  private static final Pattern SEED = Pattern.compile("seed (\\d+) fails: (.*)");

  private PlantBugs() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String classPath = arguments[0];
    String seeds = arguments[1];
    List<String> wanted =
        arguments.length < 3 || arguments[2].isBlank()
            ? List.of()
            : List.of(arguments[2].split(","));
    try (var files = Files.list(BUGS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".txt", "");
        if (wanted.isEmpty() || wanted.contains(name)) {
          System.out.println(
              "| " + name + " | " + outcome(Bug.read(file), classPath, seeds) + " |");
        }
      }
    }
  }

  /** In {@code file} every {@code before} is {@code after}. */
  private record Bug(List<Change> changes) {
    private record Change(Path file, String before, String after) {}

    /**
     * Reads blocks of {@code === FILE}, the text as it is, {@code ---} and the text as it would be.
     */
    static Bug read(Path description) throws IOException {
      List<Change> changes = new ArrayList<>();
      for (String block : Files.readString(description).split("(?m)^=== ")) {
        if (!block.isBlank() && !block.startsWith("#")) {
          int end = block.indexOf('\n');
          String[] texts = block.substring(end + 1).split("(?m)^---\n", 2);
          changes.add(
              new Change(
                  MAIN.resolve(block.substring(0, end)),
                  texts[0].stripTrailing(),
                  texts[1].stripTrailing()));
        }
      }
      return new Bug(changes);
    }

    void plant(Path sources) throws IOException {
      for (Change change : changes) {
        Path copy = sources.resolve(change.file().getFileName());
        String text = Files.readString(Files.exists(copy) ? copy : change.file());
        if (!text.contains(change.before())) {
          throw new IOException(change.file() + " has no\n" + change.before());
        }
        Files.writeString(copy, text.replace(change.before(), change.after()));
      }
    }
  }

  private static String outcome(Bug bug, String classPath, String seeds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("planted");
    Path sources = Files.createDirectory(folder.resolve("src"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    bug.plant(sources);
    compile(sources, classes, classPath);
    Path output = folder.resolve("output");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            // Most are found before a faster compiler would have been worth its while.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dsim.shrink=false",
            "-Dsim.threads=1",
            "-cp",
            classes + File.pathSeparator + classPath,
            "io.deskhand.sim.Simulate",
            "1",
            seeds)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    String told = Files.readString(output);
    Matcher failure = SEED.matcher(told);
    if (failure.find()) {
      return failure.group(1) + " | " + failure.group(2);
    }
    if (!told.contains("All seeds pass")) {
      throw new IOException("the simulation broke off:\n" + told);
    }
    return "not found in " + seeds + " | ";
  }

  private static void compile(Path sources, Path classes, String classPath) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath));
    try (var files = Files.list(sources)) {
      files.map(Path::toString).forEach(arguments::add);
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IOException("a bug that does not compile");
    }
  }
}
