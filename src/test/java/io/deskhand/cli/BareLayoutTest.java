package io.deskhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the log for support has nothing of what its lines are about. */
class BareLayoutTest {
  private static final Pattern PUT_TOGETHER =
      Pattern.compile(
          "LOG\\.(?:trace|debug|info|warn|error)\\(\\s*"
              + "(?!\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*\\s*[,)])");
  private final BareLayout layout = new BareLayout();

  @Test
  void wordsStayAndWhatTheyAreAboutGoes() {
    IllegalStateException failure =
        new IllegalStateException(
            "no ticket of cora@demo.desk", new IOException("Cora Lindqvist was here"));
    String line =
        line("io.deskhand.sync", "the ticket of {} cannot be read", failure, "Cora Lindqvist");
    assertThat(line)
        .contains("WARN io.deskhand.sync the ticket of {} cannot be read")
        .contains("java.lang.IllegalStateException", "caused by java.io.IOException")
        .contains("BareLayoutTest.wordsStayAndWhatTheyAreAboutGoes")
        .doesNotContain("Cora")
        .doesNotContain("cora@demo.desk");
  }

  @Test
  void whatOtherLibrariesSayIsLeftOut() {
    assertThat(line("org.h2.jdbc", "bad value: Cora Lindqvist", null))
        .endsWith("WARN org.h2.jdbc\n");
  }

  @Test
  void noLineOfTheConsoleIsPutTogetherBeforeItIsLogged() throws IOException {
    for (String part : List.of("cli", "console", "sync")) {
      try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/deskhand", part))) {
        for (Path source : sources.filter(it -> it.toString().endsWith(".java")).toList()) {
          // What comes to incidents is a constant: the compiler sees to that.
          if (!source.endsWith("Incidents.java")) {
            assertThat(PUT_TOGETHER.matcher(Files.readString(source)).find())
                .as("%s logs only words that stand in the program", source)
                .isFalse();
          }
        }
      }
    }
  }

  private String line(String logger, String words, Throwable failure, Object... about) {
    LoggerContext context = new LoggerContext();
    return layout.doLayout(
        new LoggingEvent(
            getClass().getName(), context.getLogger(logger), Level.WARN, words, failure, about));
  }
}
