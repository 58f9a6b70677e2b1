package io.deskhand.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs seeds one after the other, and makes the first that fails as short as it gets. */
final class Seeds {
  private static final int FEW = 100;
  private static final int MOST_TRIES = 300;
  private final Template template;
  private final Path folder;
  private final long first;
  private final int number;
  private int runs;

  Seeds(Template template, Path folder, long first, int number) {
    this.template = template;
    this.folder = folder;
    this.first = first;
    this.number = number;
  }

  /** Those that {@code -Dsim.seed} or {@code -Dseeds} names. */
  static Seeds configured(Template template, Path folder) {
    Long one = Long.getLong("sim.seed");
    return one == null
        ? new Seeds(template, folder, 1, Integer.getInteger("sim.seeds", FEW))
        : new Seeds(template, folder, one, 1);
  }

  /** What went wrong first, in words for whoever has to mend it; empty if nothing did. */
  Optional<String> run() {
    for (long seed = first; seed < first + number; seed++) {
      List<Step> plan = chosen(Step.plan(seed));
      Optional<Throwable> failure = fails(seed, plan);
      if (failure.isPresent()) {
        return Optional.of(report(seed, plan, failure.get()));
      }
    }
    return Optional.empty();
  }

  /** All steps, or those alone whose times {@code -Dsim.steps} lists. */
  private static List<Step> chosen(List<Step> plan) {
    String times = System.getProperty("sim.steps");
    if (times == null) {
      return plan;
    }
    Set<String> wanted = Set.of(times.split(","));
    return plan.stream().filter(step -> wanted.contains(Long.toString(step.at()))).toList();
  }

  /** The number that stands for all that happens in a run. */
  long trace(long seed) {
    Run run = begin(seed);
    try {
      run.play(Step.plan(seed));
    } finally {
      delete();
    }
    return run.world.trace().hash();
  }

  private String report(long seed, List<Step> plan, Throwable failure) {
    System.err.println("seed " + seed + " fails: " + failure);
    List<Step> fewer = shrink(seed, plan);
    Run last = begin(seed);
    Throwable why = failure;
    try {
      last.play(fewer);
    } catch (RuntimeException | Error again) {
      why = again;
    } finally {
      delete();
    }
    StringBuilder words = new StringBuilder();
    String times =
        fewer.stream().map(step -> Long.toString(step.at())).collect(Collectors.joining(","));
    words.append("seed ").append(seed).append(", again with -Dsim.seed=").append(seed);
    words.append(" -Dsim.steps=").append(times).append(": ");
    words.append(why).append("\n");
    fewer.forEach(step -> words.append("  ").append(step).append('\n'));
    last.world.trace().lines().forEach(line -> words.append(line).append('\n'));
    return words.toString();
  }

  /** Leaves out what the failure does not need: halves first, then one by one. */
  private List<Step> shrink(long seed, List<Step> plan) {
    List<Step> steps = plan;
    int tries = 0;
    for (int size = steps.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < steps.size() && tries < MOST_TRIES; ) {
        List<Step> without = new ArrayList<>(steps);
        without.subList(from, Math.min(from + size, without.size())).clear();
        tries++;
        if (fails(seed, without).isPresent()) {
          steps = without;
        } else {
          from += size;
        }
      }
    }
    return steps;
  }

  private Optional<Throwable> fails(long seed, List<Step> plan) {
    try {
      begin(seed).play(plan);
      return Optional.empty();
    } catch (RuntimeException | Error failure) {
      return Optional.of(failure);
    } finally {
      delete();
    }
  }

  private Run begin(long seed) {
    runs++;
    return new Run(template, folder.resolve("run-" + runs), seed);
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(folder.resolve("run-" + runs))) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
