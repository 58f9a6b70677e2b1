package io.deskhand.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.model.Agent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentChoicesTest {
  @Test
  void oneselfIsFirstAndThoseWhoAreAwayAreLast() {
    List<Agent> all = AgentChoices.matching(FixturePeople.AGENTS, "", FixturePeople.INES.id());
    assertThat(all.getFirst()).isEqualTo(FixturePeople.INES);
    assertThat(all.subList(5, 7)).containsExactlyInAnyOrder(FixturePeople.OMAR, FixturePeople.YUKI);
  }

  @Test
  void anyWordOfTheNameIsFound() {
    assertThat(AgentChoices.matching(FixturePeople.AGENTS, " hAD", FixturePeople.MAX.id()))
        .containsExactly(FixturePeople.OMAR);
    assertThat(AgentChoices.matching(FixturePeople.AGENTS, "addad", FixturePeople.MAX.id()))
        .isEmpty();
  }
}
