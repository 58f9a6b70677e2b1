package io.deskhand.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs seeds, and makes the first that fails as short as it gets. */
final class Seeds {
  private static final int FEW = 100;
  private static final int MOST_TRIES = 300;

  /** A run is one thread's alone; two share what is made once. */
  private static final int THREADS = Integer.getInteger("sim.threads", 2);

  private final Template template;
  private final Path folder;
  private final long first;
  private final int number;
  private final AtomicInteger runs = new AtomicInteger();

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
    AtomicLong next = new AtomicLong(first);
    NavigableMap<Long, Throwable> failures = new ConcurrentSkipListMap<>();
    Runnable some =
        () -> {
          long seed = next.getAndIncrement();
          while (seed < first + number && failures.isEmpty()) {
            long mine = seed;
            fails(mine, chosen(Step.plan(mine))).ifPresent(it -> failures.put(mine, it));
            seed = next.getAndIncrement();
          }
        };
    CompletableFuture<?>[] threads = new CompletableFuture<?>[THREADS];
    try (ExecutorService both = Executors.newFixedThreadPool(THREADS)) {
      Arrays.setAll(threads, n -> CompletableFuture.runAsync(some, both));
    }
    CompletableFuture.allOf(threads).join();
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(report(failures.firstKey(), failures.firstEntry().getValue()));
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

  /** What happens in a run, whether it fails or not. */
  Trace trace(long seed) {
    return trace(seed, chosen(Step.plan(seed)));
  }

  private Trace trace(long seed, List<Step> plan) {
    Path own = ownFolder();
    Run run = new Run(template, own, seed);
    try {
      run.play(plan);
    } catch (RuntimeException | Error failure) {
      run.world.trace().note(run.world.now(), "run", "fails: " + failure);
    } finally {
      delete(own);
    }
    return run.world.trace();
  }

  private String report(long seed, Throwable failure) {
    System.err.println("seed " + seed + " fails: " + failure);
    if (!(failure instanceof Violation)) {
      failure.printStackTrace();
    }
    if (System.getProperty("sim.shrink", "true").equals("false")) {
      return failure.toString();
    }
    List<Step> fewer = shrink(seed, chosen(Step.plan(seed)), kind(failure));
    Trace last = trace(seed, fewer);
    StringBuilder words = new StringBuilder();
    String times =
        fewer.stream().map(step -> Long.toString(step.at())).collect(Collectors.joining(","));
    words.append("seed ").append(seed).append(", again with -Dsim.seed=").append(seed);
    words.append(" -Dsim.steps=").append(times).append(": ");
    words.append(failure).append("\n");
    fewer.forEach(step -> words.append("  ").append(step).append('\n'));
    last.lines().forEach(line -> words.append(line).append('\n'));
    return words.toString();
  }

  /** Leaves out what the failure does not need: halves first, then one by one. */
  private List<Step> shrink(long seed, List<Step> plan, String kind) {
    List<Step> steps = plan;
    int tries = 0;
    for (int size = steps.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < steps.size() && tries < MOST_TRIES; ) {
        List<Step> without = new ArrayList<>(steps);
        without.subList(from, Math.min(from + size, without.size())).clear();
        tries++;
        if (fails(seed, without).filter(it -> kind(it).equals(kind)).isPresent()) {
          steps = without;
        } else {
          from += size;
        }
      }
    }
    return steps;
  }

  /** What a failure is about, without who and which. */
  private static String kind(Throwable failure) {
    String words = String.valueOf(failure.getMessage()).replaceAll("^\\w+: |[\\[{].*|\\d+", "");
    return failure.getClass().getSimpleName() + words.replaceAll("[0-9a-f]{6,}.*", "");
  }

  private Optional<Throwable> fails(long seed, List<Step> plan) {
    Path own = ownFolder();
    try {
      new Run(template, own, seed).play(plan);
      return Optional.empty();
    } catch (RuntimeException | Error failure) {
      return Optional.of(failure);
    } finally {
      delete(own);
    }
  }

  private Path ownFolder() {
    return folder.resolve("run-" + runs.incrementAndGet());
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
