package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Carries out the steps of customers and of the admin. */
final class Others {
  private final Run run;
  private final Wishes wishes;

  Others(Run run, Wishes wishes) {
    this.run = run;
    this.wishes = wishes;
  }

  void carryOut(Step step, Run.Seat seat, SplittableRandom dice) {
    if (!run.server.isUp()) {
      return;
    }
    UUID ticket = wishes.ticketOfTheServer(dice);
    String ada = People.ADA.email();
    String customer = (dice.nextBoolean() ? People.CORA : People.CARL).email();
    UUID department = (dice.nextBoolean() ? People.SUPPORT : People.BILLING).id();
    switch (step.kind()) {
      case CUSTOMER_SAYS ->
          run.outsiders.ask(
              customer,
              "POST",
              Routes.ticket(ticket, "messages"),
              new SendMessage(
                  null, null, "from outside " + Long.toHexString(step.salt()), false, null));
      case CUSTOMER_SENDS_FILE -> run.papers.customer(customer, ticket, dice);
      case CUSTOMER_ASKS -> run.outsiders.ask(customer, "POST", Routes.TICKETS, question(step));
      case DESK_ASSIGNS ->
          run.outsiders.ask(
              ada,
              "POST",
              Routes.ticket(ticket, "assign"),
              new AssignRequest(null, seat.console().who().id(), null));
      case DESK_DELETES ->
          run.outsiders
              .ask(ada, "DELETE", Routes.ticket(ticket), Json.object())
              .ifPresent(done -> run.deleted.add(ticket));
      case DESK_MOVES_TICKET ->
          run.outsiders.ask(
              ada, "PATCH", Routes.ticket(ticket), Map.of("departmentId", department));
      case DESK_MOVES_AGENT ->
          run.outsiders.ask(
              ada,
              "PATCH",
              Routes.AGENTS + "/" + seat.console().who().id(),
              new AgentPatch(null, null, department, null, null, null, null));
      case DESK_BULK -> bulk(ticket, dice);
      default -> run.server.act(() -> changeRole(seat.console().who().id(), dice.nextBoolean()));
    }
  }

  private void bulk(UUID first, SplittableRandom dice) {
    List<UUID> tickets = List.of(first, wishes.ticketOfTheServer(dice));
    String ada = People.ADA.email();
    if (dice.nextBoolean()) {
      run.outsiders.ask(
          ada,
          "POST",
          Routes.BULK + "/resolve",
          Map.of("ticketIds", tickets, "resolution", "All at once"));
    } else {
      run.outsiders.ask(
          ada,
          "POST",
          Routes.BULK + "/assign",
          Map.of("ticketIds", tickets, "agentId", People.LEA.id()));
    }
  }

  private void changeRole(UUID id, boolean lead) {
    run.server
        .ledger()
        .write(
            tx -> {
              Agent before = tx.staff().find(id).orElseThrow();
              Role role = lead ? Role.LEAD : Role.AGENT;
              tx.staff()
                  .update(
                      before,
                      new Agent(
                          id,
                          before.name(),
                          before.email(),
                          before.phone(),
                          before.departmentId(),
                          before.tier(),
                          role,
                          AgentStatus.AVAILABLE,
                          before.capacity(),
                          before.activeTickets(),
                          before.skills(),
                          before.version() + 1));
              return id;
            });
  }

  private static CreateTicket question(Step step) {
    return new CreateTicket(
        null,
        "From outside " + Long.toHexString(step.salt()),
        "Help",
        Priority.LOW,
        "general",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        People.SUPPORT.id(),
        null,
        null,
        null);
  }
}
