package io.deskhand.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same seed is the same run, to the last frame: a failure that was found is found again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReplayTest {
  private static final int SEEDS = 2;
  @TempDir Path folder;

  @Test
  void aSeedIsTheSameRunAgainAndInAnotherProcess() throws IOException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Hashes.class.getName(),
                folder.resolve("other").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Path mine = folder.resolve("mine");
      Seeds seeds = new Seeds(new Template(mine.resolve("template")), mine, 1, SEEDS);
      List<String> first = hashes(seeds);
      assertThat(hashes(seeds)).as("once more").isEqualTo(first);
      assertThat(said(other)).as("in another process").isEqualTo(first);
    } finally {
      other.destroyForcibly();
    }
  }

  private static List<String> said(Process process) throws IOException {
    byte[] output = process.getInputStream().readAllBytes();
    return new String(output, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("seed "))
        .toList();
  }

  private static List<String> hashes(Seeds seeds) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> "seed " + seed + " " + Long.toHexString(seeds.trace(seed).hash()))
        .toList();
  }

  /** The same in a process of its own. */
  static final class Hashes {
    private Hashes() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      Seeds seeds = new Seeds(new Template(folder.resolve("template")), folder, 1, SEEDS);
      hashes(seeds).forEach(System.out::println);
      System.exit(0);
    }
  }
}
