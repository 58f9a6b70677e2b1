package io.deskhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {
  /** The table of contract section 2, as it is written there. */
  private static final String CONTRACT =
      """
      open        | update → pending, in_progress · assign → in_progress · escalate → escalated · resolve → resolved · close → closed
      pending     | update → open, in_progress · assign → in_progress · resolve → resolved
      in_progress | update → pending · assign → in_progress · escalate → escalated · resolve → resolved
      escalated   | update → in_progress · assign → in_progress · resolve → resolved
      resolved    | close → closed · reopen → reopened
      closed      | reopen → reopened
      reopened    | update → open, in_progress · assign → in_progress · escalate → escalated · close → closed
      """;

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyVerbInEveryStateIsAsTheContractSays(Status status) {
    Map<Verb, Set<Status>> expected = contract(status);
    for (Verb verb : Verb.values()) {
      assertThat(Lifecycle.targets(status, verb))
          .as("%s in %s", verb, status)
          .isEqualTo(expected.getOrDefault(verb, Set.of()));
      assertThat(Lifecycle.allows(status, verb)).isEqualTo(expected.containsKey(verb));
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void aRefusalNamesTheStateTheVerbAndWhatIsAllowed(Status status) {
    for (Verb verb : Set.of(Verb.RESOLVE, Verb.CLOSE, Verb.REOPEN, Verb.ESCALATE)) {
      if (Lifecycle.allows(status, verb)) {
        assertThat(Lifecycle.after(status, verb)).isIn(Lifecycle.targets(status, verb));
        continue;
      }
      assertThatThrownBy(() -> Lifecycle.after(status, verb))
          .isInstanceOfSatisfying(
              InvalidTransition.class,
              refusal -> {
                assertThat(refusal.state()).isEqualTo(status);
                assertThat(refusal.verb()).isEqualTo(verb);
                assertThat(refusal.allowed()).isEqualTo(new TreeSet<>(contract(status).keySet()));
              });
    }
  }

  @Test
  void aClosedTicketSaysHowToEscalateIt() {
    assertThatThrownBy(() -> Lifecycle.after(Status.CLOSED, Verb.ESCALATE))
        .hasMessage("Cannot escalate a closed ticket: reopen it first");
  }

  @Test
  void aCustomersMessageBringsTheTicketBack() {
    assertThat(Lifecycle.afterCustomerMessage(Status.RESOLVED, true)).isEqualTo(Status.REOPENED);
    assertThat(Lifecycle.afterCustomerMessage(Status.PENDING, true)).isEqualTo(Status.IN_PROGRESS);
    assertThat(Lifecycle.afterCustomerMessage(Status.PENDING, false)).isEqualTo(Status.OPEN);
    assertThat(Lifecycle.afterCustomerMessage(Status.CLOSED, true)).isEqualTo(Status.CLOSED);
  }

  private static Map<Verb, Set<Status>> contract(Status status) {
    Map<Verb, Set<Status>> moves = new TreeMap<>();
    for (String line : CONTRACT.split("\n")) {
      String[] row = line.split("\\|");
      if (!row[0].strip().equals(status.wire())) {
        continue;
      }
      for (String move : row[1].split("·")) {
        String[] parts = move.split("→");
        Set<Status> targets = new TreeSet<>();
        Arrays.stream(parts[1].split(","))
            .forEach(name -> targets.add(WireEnum.parse(Status.class, name).orElseThrow()));
        moves.put(WireEnum.parse(Verb.class, parts[0]).orElseThrow(), targets);
      }
    }
    return moves;
  }
}
