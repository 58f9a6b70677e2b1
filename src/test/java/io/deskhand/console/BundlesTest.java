package io.deskhand.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts and styles of every feature: nothing is asked for that is not there. */
class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/io/deskhand/console");
  private static final Path SOURCES = Path.of("src/main/java/io/deskhand/console");
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-z][a-z0-9.\\-_]*)\"");
  private static final Pattern IN_JAVA =
      Pattern.compile("(?i)texts\\.of\\(\\s*\"([a-z0-9.\\-_]+)\"[,)]");
  private static final Pattern TOKEN = Pattern.compile("-dh-[a-z0-9-]+");

  @Test
  void everyKeyThatAViewNamesIsInItsBundle() throws IOException {
    for (Path fxml : files(RESOURCES, ".fxml")) {
      Properties bundle = bundle(fxml.resolveSibling("messages.properties"));
      assertThat(keys(fxml, IN_FXML)).as(fxml.toString()).allMatch(bundle::containsKey);
    }
  }

  @Test
  void everyKeyThatCodeNamesInFullIsInItsBundle() throws IOException {
    for (Path java : files(SOURCES, ".java")) {
      Path bundle =
          RESOURCES.resolve(SOURCES.relativize(java)).resolveSibling("messages.properties");
      List<String> keys = keys(java, IN_JAVA);
      if (!keys.isEmpty()) {
        Properties there = bundle(bundle);
        assertThat(keys)
            .as(java.toString())
            .allMatch(key -> there.containsKey(key) || isPrefix(key, there));
      }
    }
  }

  @Test
  void everyPatternIsOne() throws IOException {
    for (Path file : files(RESOURCES, "messages.properties")) {
      for (Object text : bundle(file).values()) {
        assertThat(new MessageFormat(text.toString())).isNotNull();
      }
    }
  }

  @Test
  void everyColourIsAToken() throws IOException {
    String tokens = Files.readString(RESOURCES.resolve("ui/tokens-light.css"));
    for (Path css : files(RESOURCES, ".css")) {
      if (!css.getFileName().toString().startsWith("tokens-")) {
        assertThat(keys(css, Pattern.compile("(" + TOKEN + ")")))
            .as(css.toString())
            .allMatch(token -> tokens.contains(token + ":"));
      }
    }
  }

  @Test
  void onlyTheTypeScaleSetsASizeOfType() throws IOException {
    for (Path css : files(RESOURCES, ".css")) {
      assertThat(Files.readString(css)).as(css.toString()).doesNotContain("-fx-font-size");
    }
  }

  @Test
  void bothThemesHaveTheSameTokens() throws IOException {
    Pattern named = Pattern.compile("(-dh-[a-z0-9-]+):");
    assertThat(keys(RESOURCES.resolve("ui/tokens-dark.css"), named))
        .containsExactlyElementsOf(keys(RESOURCES.resolve("ui/tokens-light.css"), named));
  }

  private static boolean isPrefix(String key, Properties bundle) {
    return bundle.stringPropertyNames().stream().anyMatch(name -> name.startsWith(key));
  }

  private static List<String> keys(Path file, Pattern pattern) throws IOException {
    List<String> keys = new ArrayList<>();
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }

  private static Properties bundle(Path file) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      bundle.load(reader);
    }
    return bundle;
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
