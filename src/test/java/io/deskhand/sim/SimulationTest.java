package io.deskhand.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many desks, each through random work and random faults; see src/docs/simulation.md. */
class SimulationTest {
  @TempDir Path folder;

  @Test
  void whateverHappensTheDeskComesOutWhole() {
    Seeds seeds = Seeds.configured(new Template(folder.resolve("template")), folder);
    assertThat(seeds.run()).as("what went wrong").isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    Template template = new Template(folder.resolve("template"));
    Seeds seeds = Seeds.configured(template, folder);
    List<Long> once = List.of(seeds.trace(1), seeds.trace(2), seeds.trace(3));
    assertThat(List.of(seeds.trace(1), seeds.trace(2), seeds.trace(3))).isEqualTo(once);
  }
}
