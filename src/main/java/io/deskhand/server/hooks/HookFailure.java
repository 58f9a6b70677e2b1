package io.deskhand.server.hooks;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Metric;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.Problem;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes it seen that an automation failed: in the log, the measurements and the history. */
public final class HookFailure {
  /** Whom the history names for what the desk does by itself. */
  public static final Actor AUTOMATION = Actor.desk("Automation");

  private static final Logger LOG = LoggerFactory.getLogger(HookFailure.class);
  private static final String FAULT = "something went wrong on the server";

  private HookFailure() {}

  /** Reports that {@code automation} failed after {@code verb}, in the verb's transaction. */
  public static void report(
      Tx tx, String automation, Verb verb, Ticket ticket, RuntimeException failure) {
    LOG.warn(
        "Automation '{}' failed after {} of ticket {}",
        automation,
        verb.wire(),
        ticket.id(),
        failure);
    tx.metrics()
        .record(
            new Metric(
                tx.newId(),
                Metric.AUTOMATION_FAILED,
                1,
                Map.of("automation", automation, "verb", verb.wire()),
                ticket.id(),
                tx.now()));
    String why = Problems.of(failure).map(Problem::detail).orElse(FAULT);
    tx.history()
        .append(
            new HistoryEntry(
                tx.newId(),
                ticket.id(),
                HistoryAction.NOTIFICATION_SENT,
                AUTOMATION.personId(),
                AUTOMATION.name(),
                "Automation \"" + automation + "\" failed: " + why,
                List.of(),
                tx.now()),
            ticket);
  }
}
