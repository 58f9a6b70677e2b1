package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed in the middle of its work. */
class KillTest {
  private static final int ACKNOWLEDGED = 200;

  @Test
  void aKilledServerHasLostNothingThatItAcknowledged(@TempDir Path directory) throws Exception {
    Process writer =
        new ProcessBuilder(command(directory))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged;
    try (BufferedReader lines = writer.inputReader()) {
      acknowledged = readUntil(lines, ACKNOWLEDGED);
      writer.destroyForcibly();
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    try (Store store = TestDatabase.open(directory, Clock.systemUTC())) {
      Ledger ledger = store.ledger();
      for (int n = 1; n <= acknowledged; n++) {
        int number = n;
        boolean there = ledger.read(view -> view.tickets().find(Samples.id(number)).isPresent());
        assertThat(there).as("ticket %s of %s", n, acknowledged).isTrue();
      }
      List<Long> seqs = ledger.since(0, 100_000).stream().map(LogRow::seq).toList();
      assertThat(seqs)
          .isEqualTo(LongStream.rangeClosed(1, ledger.head()).boxed().toList())
          .hasSizeGreaterThanOrEqualTo(acknowledged);
    }
  }

  private static List<String> command(Path directory) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString()));
    TestDatabase.chosen(directory)
        .ifPresent(url -> command.addAll(List.of(url.url(), url.user(), url.password())));
    return command;
  }

  private static int readUntil(BufferedReader lines, int wanted) throws IOException {
    int last = 0;
    for (String line = lines.readLine(); line != null && last < wanted; line = lines.readLine()) {
      last = Integer.parseInt(line);
    }
    assertThat(last).as("acknowledged before the end").isGreaterThanOrEqualTo(wanted);
    return last;
  }
}
