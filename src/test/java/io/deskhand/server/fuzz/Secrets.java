package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Customer;
import io.deskhand.protocol.Routes;
import io.deskhand.server.app.TestDesk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tickets whose words nobody else uses, so that they can be looked for in whatever the others hear:
 * in another department, with another agent, and in what customers are not told of their own.
 */
final class Secrets {
  private static final String BILLING = "hushbilling";
  private static final String COLLEAGUE = "hushcolleague";
  private static final String NOTE = "hushnote";

  /** Whose name is a secret as well. */
  static final Customer CLIENT =
      new Customer(
          TestDesk.id(90),
          "Hushclient",
          "hushclient@demo.desk",
          "hushclient555",
          null,
          "en",
          "active",
          1);

  /** Of the customer whom the staff knows, and other customers do not. */
  private static final List<String> CLIENT_WORDS = List.of("Hushclient", "hushclient");

  private final Caller caller;
  private final Person bea;
  private final Person ines;
  private final Person ada;
  private final UUID billing;
  private final UUID colleague;
  private final UUID own;

  /** Plants them. */
  Secrets(Caller caller) {
    this.caller = caller;
    this.bea = caller.signIn("bea", Set.of());
    this.ines = caller.signIn("ines", Set.of());
    this.ada = caller.signIn("ada", Set.of());
    this.billing = ticket(ada, BILLING, "billing", CLIENT.id(), TestDesk.BEA);
    ticket(ada, BILLING, "billing", CLIENT.id(), null);
    this.colleague = ticket(ada, COLLEAGUE, "technical", TestDesk.CARL.id(), TestDesk.INES);
    this.own = ticket(ada, "Lamp", "technical", TestDesk.CORA.id(), TestDesk.MAX);
    follow(bea, billing, BILLING);
    follow(ines, colleague, COLLEAGUE);
    follow(ada, own, NOTE);
    say();
  }

  /** What {@code name} must not hear of as long as no lead or admin moves tickets. */
  static Set<String> from(String name) {
    Set<String> words = new HashSet<>();
    if (!name.equals("ada")) {
      words.add(BILLING);
    }
    if (name.equals("max") || name.equals("cora") || name.equals("nobody")) {
      words.add(COLLEAGUE);
    }
    if (name.equals("cora") || name.equals("nobody")) {
      words.add(NOTE);
      words.addAll(CLIENT_WORDS);
    }
    return words;
  }

  /** What {@code name} must not hear of whatever the others do. */
  static Set<String> always(String name) {
    return name.equals("cora") || name.equals("nobody") ? from(name) : Set.of();
  }

  /** Those that they are in. */
  List<String> tickets() {
    return List.of(billing.toString(), colleague.toString(), own.toString());
  }

  /** More is said in them, so that there is something to hear. */
  void say() {
    message(bea, billing, BILLING, false);
    message(bea, billing, BILLING, true);
    // Whoever may see these may have moved or deleted them by now.
    caller.tryPost(ines, Routes.ticket(colleague, "messages"), said(COLLEAGUE, false));
    caller.tryPost(ada, Routes.ticket(own, "messages"), said(NOTE, true));
  }

  private UUID ticket(Person by, String word, String category, UUID customer, Agent agent) {
    Map<String, Object> body =
        Map.of(
            "subject", word,
            "description", word + " description",
            "category", category,
            "customerId", customer,
            "tags", List.of(word));
    Map<String, Object> request = new HashMap<>(body);
    if (agent != null) {
      request.put("assignedTo", agent.id());
    }
    JsonNode ticket = caller.post(by, Routes.TICKETS, request);
    return UUID.fromString(ticket.path("id").asText());
  }

  private void follow(Person by, UUID ticket, String word) {
    Map<String, Object> thing = Map.of("ticketId", ticket, "subject", word, "description", word);
    caller.post(by, Routes.ACTIVITIES, thing);
    caller.post(by, Routes.ISSUES, Map.of("ticketId", ticket, "title", word, "description", word));
    caller.post(
        by, Routes.ESCALATIONS, Map.of("ticketId", ticket, "reason", word, "targetTier", 3));
  }

  private void message(Person by, UUID ticket, String word, boolean internal) {
    caller.post(by, Routes.ticket(ticket, "messages"), said(word, internal));
  }

  private static Map<String, Object> said(String word, boolean internal) {
    return Map.of("body", word, "internal", internal);
  }
}
