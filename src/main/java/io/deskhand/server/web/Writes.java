package io.deskhand.server.web;

import io.deskhand.model.InvalidTransition;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Answers.Answer;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Tx;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out writes once: the answer to a write with an idempotency key is stored with its effect,
 * and a repeat gets that answer. What is refused for good is stored too, so that a late repeat of a
 * refused write is not carried out after all.
 */
public final class Writes {
  private final Ledger ledger;

  public Writes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What a write does in its transaction, and answers. */
  @FunctionalInterface
  public interface Verb {
    Reply run(Tx tx);
  }

  /** Carries out {@code verb} for the request's session. */
  public Reply write(Exchange exchange, Verb verb) {
    UUID person = exchange.session().me().id();
    String key = exchange.idempotencyKey();
    String fingerprint = exchange.fingerprint();
    return ledger.write(tx -> once(tx, person, key, fingerprint, () -> verb.run(tx)));
  }

  /**
   * Runs {@code verb} if {@code person} has not used {@code key} yet, else gives its answer again;
   * inside a transaction. Without a key it just runs.
   *
   * @throws ProblemException with {@code idempotency_mismatch} if the key was used for something
   *     with another {@code fingerprint}
   */
  public static Reply once(
      Tx tx, UUID person, @Nullable String key, String fingerprint, Supplier<Reply> verb) {
    if (key == null) {
      return verb.get();
    }
    Optional<Answer> known = tx.answers().find(person, key);
    if (known.isPresent()) {
      return again(known.get(), fingerprint);
    }
    Reply reply = replyOrRefusal(tx, verb);
    tx.answers().store(person, key, new Answer(fingerprint, reply.status(), reply.body()));
    return reply;
  }

  private static Reply again(Answer answer, String fingerprint) {
    if (!answer.requestHash().equals(fingerprint)) {
      throw ProblemException.of(
          ErrorCode.IDEMPOTENCY_MISMATCH, "This Idempotency-Key was used for another request");
    }
    return new Reply(answer.status(), answer.body());
  }

  private static Reply replyOrRefusal(Tx tx, Supplier<Reply> verb) {
    try {
      return tx.attempt(verb);
    } catch (ProblemException | InvalidTransition e) {
      Problem problem = Problems.of(e).orElseThrow();
      if (problem.code().isTransient()) {
        throw e;
      }
      return Reply.of(problem);
    }
  }
}
