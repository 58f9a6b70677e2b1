package io.deskhand.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many desks, each through random work and random faults; see src/docs/simulation.md. */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class SimulationTest {
  @TempDir Path folder;

  @Test
  void whateverHappensTheDeskComesOutWhole() {
    Seeds seeds = Seeds.configured(new Template(folder.resolve("template")), folder);
    assertThat(seeds.run()).as("what went wrong").isEmpty();
  }
}
