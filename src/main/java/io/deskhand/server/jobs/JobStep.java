package io.deskhand.server.jobs;

import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.JobReads.Item;
import io.deskhand.server.store.JobReads.Outcome;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredJob;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ticket of a job: the verb and its outcome are one transaction, so that it is done once. */
final class JobStep {
  private static final Logger LOG = LoggerFactory.getLogger(JobStep.class);
  private static final int LONGEST_MESSAGE = 1_000;

  private final Ledger ledger;
  private final BulkVerb verb;

  JobStep(Ledger ledger, BulkVerb verb) {
    this.ledger = ledger;
    this.verb = verb;
  }

  /**
   * Begins it, unless the job was cancelled or the ticket is done: whether it was not. To wait for
   * that throws a {@link ProblemException} with a transient code if it is to be tried again.
   */
  Ledger.Written<Boolean> begin(StoredJob job, Item item) {
    return ledger.begin(
        tx -> {
          boolean due = tx.jobs().isDue(job.id(), item.item());
          if (due) {
            tx.jobs().done(job.id(), item.item(), outcome(tx, job, item.ticketId()));
          }
          return due;
        });
  }

  private Outcome outcome(Tx tx, StoredJob job, UUID ticketId) {
    try {
      return tx.attempt(() -> carryOut(tx, job, ticketId));
    } catch (ProblemException | InvalidTransition e) {
      Problem problem = Problems.of(e).orElseThrow();
      if (problem.code().isTransient()) {
        throw e;
      }
      return failed(ticketId, problem.code(), problem.detail());
    } catch (RuntimeException e) {
      LOG.error("job {} failed on ticket {}", job.id(), ticketId, e);
      return failed(ticketId, ErrorCode.INTERNAL, "Something went wrong on the server");
    }
  }

  private Outcome carryOut(Tx tx, StoredJob job, UUID ticketId) {
    Account owner =
        tx.accounts()
            .find(job.owner())
            .filter(account -> !account.disabled())
            .orElseThrow(() -> Problems.forbidden("Whoever started this can no longer sign in"));
    Ticket before = tx.tickets().find(ticketId).orElse(null);
    Ticket after = verb.run(tx, owner.actor(), job, ticketId);
    boolean changed = before != null && before.version() != after.version();
    return new Outcome(null, changed ? before : null, after.version());
  }

  private static Outcome failed(UUID ticketId, ErrorCode code, @Nullable String detail) {
    String message = Objects.requireNonNullElse(detail, "");
    return new Outcome(
        new Job.Failure(
            ticketId, code, message.substring(0, Math.min(message.length(), LONGEST_MESSAGE))),
        null,
        0);
  }
}
