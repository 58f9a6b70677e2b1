package io.deskhand.demo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private final Replies replies =
      new Replies(Stock.load(), Clock.fixed(NOW, ZoneOffset.UTC), new SplittableRandom(4));
  private final Ticket slow =
      new TicketBuilder(new UUID(1, 1), "App takes ages to load my balance", NOW).build();

  @Test
  void answersAnIssuesOwnQuestionOnceWithItsOwnAnswer() {
    String question =
        "Do you have many pots or cards in the app? And is it equally slow if you switch the pots'"
            + " pictures off under Display?";

    assertThat(to("Hi Cora,\n\n" + question)).get().asString().contains("pots");
    assertThat(to(question)).isPresent().get().asString().doesNotContain("pots");
  }

  @Test
  void answersWhatItWasAskedFor() {
    assertThat(to("Which version of the app do you use?")).get().asString().contains("app");
    assertThat(to("What is the exact error message?")).get().asString().contains("H-");
    assertThat(to("What are the steps to reproduce it?")).get().asString().contains("tap");
  }

  @Test
  void sometimesItWorksAndSometimesItDoesNot() {
    List<String> answers =
        IntStream.range(0, 60)
            .mapToObj(i -> to("Does it work now?").orElseThrow())
            .distinct()
            .toList();

    assertThat(answers).anyMatch(text -> text.contains("fine again"));
    assertThat(answers).anyMatch(text -> text.contains("still the same"));
  }

  @Test
  void callsTheAgentByName() {
    List<String> answers =
        IntStream.range(0, 60).mapToObj(i -> to("Hello Cora, Max here.").orElseThrow()).toList();

    assertThat(answers).allMatch(text -> text.contains("Max"));
  }

  @Test
  void aNewMatterIsComplete() {
    for (int i = 0; i < 50; i++) {
      Replies.Matter matter = replies.matter(false);
      assertThat(matter.subject()).isNotBlank().doesNotContain("{");
      assertThat(matter.description()).isNotBlank().doesNotContain("{");
      assertThat(matter.opening()).isNotBlank().doesNotContain("{");
    }
  }

  private Optional<String> to(String text) {
    Message message =
        new Message(
            UUID.randomUUID(),
            slow.id(),
            new UUID(2, 2),
            "Max Brandt",
            SenderType.AGENT,
            text,
            false,
            List.of(),
            null,
            null,
            NOW);
    return replies.to(message, slow);
  }
}
