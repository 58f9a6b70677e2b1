package io.deskhand.sync.outbox;

import io.deskhand.protocol.Job;
import io.deskhand.sync.BulkProgress;
import io.deskhand.sync.Intent;
import io.deskhand.sync.Live;
import io.deskhand.sync.flow.Background;
import io.deskhand.sync.flow.Backoff;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.rest.DeskApi;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The bulk jobs that this console has started, watched until they end. Of the engine's thread. */
public final class Jobs {
  private final DeskApi api;
  private final SerialThread thread;
  private final Background background;
  private final Duration every;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final LiveCell<List<BulkProgress>> live;
  private final Map<UUID, BulkProgress> jobs = new LinkedHashMap<>();

  /**
   * @param every how often to ask for the progress of a job that runs
   * @param backoff how long to wait after a question without an answer
   */
  public Jobs(
      DeskApi api,
      SerialThread thread,
      Background background,
      Notifier notifier,
      Duration every,
      Backoff backoff,
      RandomGenerator random) {
    this.api = api;
    this.thread = thread;
    this.background = background;
    this.every = every;
    this.backoff = backoff;
    this.random = random;
    this.live = new LiveCell<>(List.of(), notifier);
  }

  public Live<List<BulkProgress>> live() {
    return live;
  }

  /** A bulk intent that has been accepted here, and not yet by the server. */
  public void accepted(UUID intentId, Intent.Bulk bulk) {
    jobs.put(intentId, new BulkProgress(intentId, bulk.kind(), bulk.ticketIds().size(), null));
    publish();
  }

  /** An intent that was taken back before the server had it. */
  public void discarded(UUID intentId) {
    BulkProgress progress = jobs.get(intentId);
    if (progress != null && progress.job() == null) {
      jobs.remove(intentId);
      publish();
    }
  }

  /** Watches the job of an intent. At its end, says why it did nothing at all, if so. */
  void follow(UUID intentId, UUID jobId, Consumer<Optional<String>> end) {
    watch(intentId, jobId, 0, end);
  }

  /** Undoes a job on the server, and watches that. */
  public CompletionStage<Job> undo(UUID jobId, UUID key) {
    return ask(jobId, () -> api.undo(jobId, key));
  }

  /** Cancels a job on the server. */
  public CompletionStage<Job> cancel(UUID jobId, UUID key) {
    return ask(jobId, () -> api.cancel(jobId, key));
  }

  private interface Question {
    Job ask() throws Exception;
  }

  private CompletionStage<Job> ask(UUID jobId, Question question) {
    CompletableFuture<Job> answer = new CompletableFuture<>();
    background.run(
        question::ask,
        job -> {
          UUID intentId = job.id().equals(jobId) ? intentOf(jobId) : job.id();
          took(intentId, job);
          if (!job.isFinished()) {
            watch(intentId, job.id(), 0, words -> {});
          }
          answer.complete(job);
        },
        answer::completeExceptionally);
    return answer;
  }

  private UUID intentOf(UUID jobId) {
    return jobs.values().stream()
        .filter(known -> known.job() != null && known.job().id().equals(jobId))
        .map(BulkProgress::intentId)
        .findFirst()
        .orElse(jobId);
  }

  private void watch(UUID intentId, UUID jobId, int failures, Consumer<Optional<String>> end) {
    background.run(
        () -> api.job(jobId),
        job -> {
          took(intentId, job);
          if (job.isFinished()) {
            end.accept(nothingDone(job));
          } else {
            thread.after(every, () -> watch(intentId, jobId, 0, end));
          }
        },
        failure -> {
          if (Verdict.of(failure) instanceof Verdict.No(String words)) {
            end.accept(Optional.of(words));
          } else {
            thread.after(
                backoff.after(failures + 1, random),
                () -> watch(intentId, jobId, failures + 1, end));
          }
        });
  }

  private static Optional<String> nothingDone(Job job) {
    if (job.total() == 0 || job.failed().size() < job.total()) {
      return Optional.empty();
    }
    return Optional.of(
        "None of the %d tickets: %s".formatted(job.total(), job.failed().getFirst().message()));
  }

  private void took(UUID intentId, Job job) {
    jobs.put(intentId, new BulkProgress(intentId, job.kind(), job.total(), job));
    publish();
  }

  private void publish() {
    live.set(List.copyOf(jobs.values()));
  }
}
