package io.deskhand.server.jobs;

import io.deskhand.protocol.Job;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.JobReads.Item;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredJob;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings jobs to their end in the background, a chunk of tickets at a time, so that everybody
 * else's writes get their turn between two chunks. Where several servers share the desk each job is
 * with one of them; that of a server that died is taken over. Thread-safe.
 */
final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int CHUNK = 256;

  /** Enough to share a flush, and fewer than fit a group: others' writes are in it too. */
  private static final int AT_ONCE = 96;

  private static final int JOBS_AT_ONCE = 4;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  /** How long a job stays with a server that no longer brings it forward. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int CHUNKS_A_LEASE = 2;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final JobStep step;
  private final Duration pause;
  private final ExecutorService threads;
  private final ScheduledExecutorService looks;
  private final Semaphore turns = new Semaphore(JOBS_AT_ONCE, true);
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();
  private volatile boolean closed = false;

  /**
   * @param pause before a job that could not go on is tried again
   */
  JobRunner(Ledger ledger, JobStep step, Duration pause, Background background) {
    this.threads = background.workers();
    this.looks = background.timer("job-looks");
    this.ledger = ledger;
    this.step = step;
    this.pause = pause;
  }

  /** Goes on with whatever is not finished, now and whenever another server leaves a job behind. */
  void resume() {
    var _ =
        looks.scheduleWithFixedDelay(
            this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      ledger.read(view -> view.jobs().unfinished()).forEach(job -> start(job.id()));
    } catch (RuntimeException e) {
      LOG.warn("could not look for jobs; it is tried again in {}", BETWEEN_LOOKS, e);
    }
  }

  /** Runs a job, unless it runs already. */
  void start(UUID id) {
    if (!closed && known.add(id)) {
      threads.execute(() -> take(id));
    }
  }

  int unfinished() {
    return known.size();
  }

  private void take(UUID id) {
    try {
      turns.acquire();
      try {
        runToTheEnd(id);
      } finally {
        turns.release();
        known.remove(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException e) {
      LOG.debug("job {} goes on after the restart", id, e);
    } catch (ProblemException e) {
      LOG.warn("job {} cannot go on now; it is tried again in {}", id, pause, e);
      later(id);
    } catch (RuntimeException e) {
      LOG.error("job {} failed; it is tried again in {}", id, pause, e);
      later(id);
    }
  }

  private void later(UUID id) {
    try {
      var _ = looks.schedule(() -> start(id), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("job {} goes on after the restart", id, e);
    }
  }

  private void runToTheEnd(UUID id) {
    try {
      boolean more = true;
      for (int chunk = 0; more && !closed; chunk++) {
        if (chunk % CHUNKS_A_LEASE == 0 && !lease(id)) {
          return;
        }
        Optional<StoredJob> job = ledger.read(view -> view.jobs().find(id));
        more = job.isPresent() && !JobView.isFinished(job.get()) && runChunk(job.get());
      }
    } finally {
      release(id);
    }
  }

  /** Whether this server is the one that brings the job forward. */
  private boolean lease(UUID id) {
    return ledger.write(tx -> tx.leases().take(leaseName(id), LEASE));
  }

  /** Lets another server have it; where that fails they wait for its end. */
  private void release(UUID id) {
    try {
      UUID released =
          ledger.write(
              tx -> {
                tx.leases().release(leaseName(id));
                return id;
              });
      LOG.debug("job {} is with nobody now", released);
    } catch (ProblemException e) {
      LOG.warn("job {} stays with this server until its lease ends", id, e);
    }
  }

  static String leaseName(UUID id) {
    return "job:" + id;
  }

  /** Whether there may be more to do. */
  private boolean runChunk(StoredJob job) {
    if (job.state() == Job.State.QUEUED) {
      move(job.id(), Job.State.QUEUED, Job.State.RUNNING);
    }
    List<Item> chunk = ledger.read(view -> view.jobs().waiting(job.id(), CHUNK));
    if (chunk.isEmpty()) {
      move(job.id(), Job.State.RUNNING, Job.State.DONE);
      return false;
    }
    runAll(job, chunk);
    return true;
  }

  /**
   * Many at once, so that they share a flush. Where one cannot be done now, the others that have
   * begun are, or are due again as well.
   */
  private void runAll(StoredJob job, List<Item> chunk) {
    Deque<Ledger.Written<Boolean>> begun = new ArrayDeque<>(AT_ONCE);
    int due = 0;
    for (Iterator<Item> items = chunk.iterator(); items.hasNext() && !closed; ) {
      if (begun.size() == AT_ONCE) {
        due += begun.remove().await() ? 1 : 0;
      }
      begun.add(step.begin(job, items.next()));
    }
    while (!begun.isEmpty()) {
      due += begun.remove().await() ? 1 : 0;
    }
    LOG.debug("job {}: {} of {} tickets were still due", job.id(), due, chunk.size());
  }

  /** Somebody may have cancelled it meanwhile: then it stays as it is. */
  private void move(UUID id, Job.State from, Job.State to) {
    ledger.write(
        tx -> {
          boolean stillThere = tx.jobs().find(id).filter(job -> job.state() == from).isPresent();
          if (stillThere) {
            tx.jobs().state(id, to, to == Job.State.DONE ? tx.now() : null);
          }
          return stillThere;
        });
  }

  /** Lets the chunks that are being written come to their end; the rest waits for a restart. */
  @Override
  public void close() {
    closed = true;
    looks.shutdown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("jobs were still busy after {}; they go on after a restart", LONGEST_GOODBYE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
