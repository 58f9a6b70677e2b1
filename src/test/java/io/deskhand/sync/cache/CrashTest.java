package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.tickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int KILLS = 3;
  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
    Random random = new Random(11);
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = runAndKill(20 + random.nextInt(150));
      List<String> incidents = new ArrayList<>();
      try (Profile profile = Profile.open(folder, new KnownKey(), CLOCK, incidents::add);
          ConfirmedStore cache = profile.cache(OWNER)) {
        assertThat(incidents).isEmpty();
        List<Long> numbers =
            profile.outbox(OWNER).all(unreadable -> {}).stream().map(StoredIntent::number).toList();
        assertThat(numbers.size()).isGreaterThanOrEqualTo((int) acknowledged);
        assertThat(numbers)
            .as("in order and without a hole")
            .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        long cursor = cache.position().orElseThrow().cursor();
        assertThat(tickets(cache)).as("cursor and rows together").hasSize((int) cursor);
      }
    }
  }

  /** Lets a console write so many intents, kills it, and returns the last one it had promised. */
  private long runAndKill(int writes) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Files.readAllLines(said).size() >= writes);
    child.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(said);
    assertThat(lines).allMatch(line -> line.matches("\\d+"));
    return Long.parseLong(lines.getLast());
  }
}
