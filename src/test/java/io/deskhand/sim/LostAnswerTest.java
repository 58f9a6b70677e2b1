package io.deskhand.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.AgentStatus;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LostAnswerTest {
  private static final UUID TICKET = People.ticketId(1);
  @TempDir Path folder;

  @Test
  void whatWasCarriedOutIsNotRefusedBecauseSomebodyElseCameLater() {
    Run run = new Run(new Template(folder.resolve("template")), folder.resolve("run"), 1);
    run.scene(
        () -> {
          Run.Seat max = run.seats.getFirst();
          max.console().link().weather.down = false;
          max.console().desk().submit(new Intent.Update(TICKET, subject("Max's words")));
          run.world.run(2_000);
          run.outsiders.ask(
              People.ADA.email(), "PATCH", Routes.ticket(TICKET), Map.of("subject", "Ada's words"));
          max.console().link().weather.clear();
          run.world.run(120_000);
          assertThat(max.console().desk().outbox().get()).as("refused, or waiting").isEmpty();
        });
  }

  @Test
  void onesOwnEarlierReplyIsNothingThatALaterOneHasToWaitFor() {
    Run run = new Run(new Template(folder.resolve("template")), folder.resolve("run"), 1);
    run.scene(
        () -> {
          SimConsole max = run.seats.getFirst().console();
          max.link().weather.up = false;
          max.link().weather.down = false;
          max.link().reset();
          run.world.run(60_000);
          for (int n = 1; n <= 3; n++) {
            max.desk().submit(new Intent.Say(TICKET, new UUID(7, n), "Reply " + n, false));
          }
          run.world.run(5_000);
          max.link().weather.clear();
          run.world.run(120_000);
          assertThat(max.desk().outbox().get()).as("held, or waiting").isEmpty();
        });
  }

  @Test
  void whatOneMakesForAnotherDepartmentDoesNotStayPending() {
    Run run = new Run(new Template(folder.resolve("template")), folder.resolve("run"), 1);
    run.scene(
        () -> {
          SimConsole max = run.seats.getFirst().console();
          run.outsiders.ask(
              People.ADA.email(),
              "PATCH",
              Routes.AGENTS + "/" + People.MAX.id(),
              Map.of("departmentId", People.BILLING.id()));
          run.world.run(60_000);
          UUID made = new UUID(7, 7);
          max.desk().submit(new Intent.Create(made, Wishes.question("Somebody with more time")));
          run.world.run(1_000);
          // What comes next takes the cursor past what was made: nothing looks behind any more.
          max.desk().submit(new Intent.SetMyStatus(AgentStatus.BUSY));
          run.world.run(60_000);
          assertThat(max.queue().rows(0, 100)).noneMatch(row -> row.ticket().id().equals(made));
          assertThat(max.desk().outbox().get()).as("waits for what never comes").isEmpty();
        });
  }

  private static TicketPatch subject(String words) {
    ObjectNode body = Json.object();
    body.put("subject", words);
    return TicketPatch.read(body);
  }
}
