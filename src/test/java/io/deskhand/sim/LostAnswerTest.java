package io.deskhand.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static TicketPatch subject(String words) {
    ObjectNode body = Json.object();
    body.put("subject", words);
    return TicketPatch.read(body);
  }
}
