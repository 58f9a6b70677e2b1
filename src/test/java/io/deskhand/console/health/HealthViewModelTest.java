package io.deskhand.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.ui.Preferences;
import io.deskhand.console.ui.When;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthViewModelTest {
  @TempDir Path folder;
  private final FixtureContext context = new FixtureContext();
  private Preferences preferences;
  private HealthViewModel model;

  @BeforeEach
  void open() {
    preferences = new Preferences(folder.resolve("console.properties"), Runnable::run);
    model =
        new HealthViewModel(
            context.desk,
            new HealthViewModel.Means(
                new Outcomes(Runnable::run, context.dialogs),
                context.dialogs,
                context.at.delays(),
                Runnable::run,
                new When(context.at.clock())),
            new SupportBundle(preferences, folder.resolve("support.log")));
  }

  @Test
  void whileItIsLookedAtItIsKeptUpToDate() {
    model.begin();
    assertThat(value("connection")).startsWith("live, as of ");
    assertThat(value("queue")).isEqualTo("empty");
    context.desk.setOffline(true);
    context.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), "Soon", false));
    context.seconds(1);
    assertThat(value("connection")).startsWith("switched off here");
    assertThat(value("queue")).isEqualTo("1 to send, 0 tried, 0 to look at");
    model.end();
    context.desk.setOffline(false);
    context.seconds(5);
    assertThat(value("connection")).startsWith("switched off here");
  }

  @Test
  void aComparisonCanBeAskedFor() {
    model.begin();
    assertThat(value("comparison")).startsWith("not yet");
    model.compare();
    assertThat(value("comparison")).contains("the same", "tickets as the server");
  }

  @Test
  void whatNeedsALookIsMarked() {
    context.desk.refuseNext("Closed meanwhile");
    context.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), "Late", false));
    context.seconds(2);
    model.begin();
    assertThat(line("queue").troubling()).isTrue();
    assertThat(value("queue")).contains("1 to look at");
    assertThat(line("connection").troubling()).isFalse();
  }

  @Test
  void bytesAreReadable() {
    assertThat(HealthWords.bytes(0)).isEqualTo("0 B");
    assertThat(HealthWords.bytes(1023)).isEqualTo("1023 B");
    assertThat(HealthWords.bytes(1536)).startsWith("1").endsWith("5 KiB");
    assertThat(HealthWords.bytes(3L << 30)).startsWith("3").endsWith("0 GiB");
  }

  @Test
  void aBundleHasTheFiguresAndNothingThatAnybodyWrote() throws IOException {
    String secret = "My card number is 4111 1111 1111 1111";
    context.desk.setOffline(true);
    context.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), secret, false));
    context
        .desk
        .drafts()
        .save(new Drafts.Draft(FixtureData.LIVELY, secret, 3, false, context.at.clock().instant()));
    preferences.put("look.theme", "DARK");
    preferences.put("queue.search", "cora@demo.desk " + secret);
    preferences.put("desk.ticket", FixtureData.LIVELY);
    Files.writeString(folder.resolve("support.log"), "a line of the log\n");
    Path file = folder.resolve("bundle.zip");

    model.save(file);

    assertThat(context.dialogs.failures()).isEmpty();
    assertThat(context.dialogs.notices()).anyMatch(notice -> notice.contains("bundle.zip"));
    Map<String, String> parts = parts(file);
    assertThat(parts).containsOnlyKeys("health.json", "machine.txt", "settings.txt", "log.txt");
    assertThat(parts.get("health.json")).contains("\"queued\" : 1", "\"cursor\"", "\"program\"");
    assertThat(parts.get("settings.txt")).contains("look.theme=DARK");
    assertThat(parts.get("log.txt")).contains("a line of the log");
    String all = String.join("\n", parts.values());
    assertThat(all).doesNotContain("4111").doesNotContain(FixtureData.LIVELY.toString());
    try (LiveQueue queue = context.desk.queue(TicketQuery.ALL)) {
      assertThat(queue.size()).isGreaterThan(100);
      for (TicketRow row : queue.rows(0, queue.size())) {
        Ticket ticket = row.ticket();
        assertNothingOf(all, ticket.subject(), ticket.customerName(), ticket.customerEmail());
      }
    }
    assertNothingOf(all, context.desk.me().name(), context.desk.me().email());
  }

  @Test
  void aBundleThatCannotBeWrittenIsSaid() {
    model.save(folder.resolve("no such folder").resolve("bundle.zip"));
    assertThat(context.dialogs.failures()).hasSize(1);
  }

  private static void assertNothingOf(String all, String... words) {
    for (String word : words) {
      if (word != null) {
        assertThat(all).doesNotContain(word);
      }
    }
  }

  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private HealthLine line(String name) {
    return model.linesProperty().get().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String value(String name) {
    return line(name).value();
  }
}
