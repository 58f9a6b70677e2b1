import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks (--check) or rewrites (--write) every Java source below a folder with google-java-format.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("--write");
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources(Path.of(args[1]))) {
      String text = Files.readString(source);
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (formatted.equals(text)) {
        continue;
      }
      unformatted.add(source);
      if (write) {
        Files.writeString(source, formatted);
      }
    }
    unformatted.forEach(
        source -> System.out.println((write ? "formatted " : "not formatted: ") + source));
    if (!write && !unformatted.isEmpty()) {
      System.err.println("Run: mvn -Pformat process-test-classes");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
