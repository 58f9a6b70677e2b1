package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.AuditCheck;
import io.deskhand.server.store.Backup;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.DataDirNotEmpty;
import io.deskhand.server.store.NotABackup;
import io.deskhand.server.store.Restore;
import io.deskhand.server.store.seal.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path folder;
  private Path data;
  private Path target;
  private DeskServer server;
  private Client ada;

  @BeforeEach
  void start() {
    data = folder.resolve("data");
    target = folder.resolve("restored");
    server = DeskServer.start(ServerOptions.local(data).withSeed(TestDesk.SEED));
    ada = Client.of(server).signIn("ada@demo.desk");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRunningServersBackupIsRestoredAsAnotherLifeOfTheDesk() throws IOException {
    Files.createDirectories(data.resolve("files/ab"));
    Files.writeString(data.resolve("files/ab/some_file"), "attached");
    Ticket kept = ticket("Kept");
    JsonNode before = ada.get(Routes.SNAPSHOT).json();
    Path file = backUp();
    ticket("Lost");

    Restore.run(file, target, KeyFiles.STANDARD);

    assertThat(target.resolve("files/ab/some_file")).hasContent("attached");
    assertThat(target.resolve("backups")).doesNotExist();
    assertThat(AuditCheck.run(target, KeyFiles.STANDARD))
        .matches(report -> report.isWhole() && report.links() == 1);
    try (DeskServer restored = DeskServer.start(ServerOptions.local(target))) {
      Client again = Client.of(restored).signIn("ada@demo.desk");
      JsonNode tickets = again.get(Routes.TICKETS).json();
      assertThat(tickets.path("tickets").findValuesAsText("id"))
          .containsExactly(kept.id().toString());
      String since = "?since=" + before.path("head").asLong();
      again
          .get(Routes.CHANGES + since + "&epoch=" + before.path("epoch").asText())
          .problem(ErrorCode.RESYNC);
      assertThat(again.get(Routes.SNAPSHOT).json().path("epoch"))
          .isNotEqualTo(before.path("epoch"));
    }
  }

  @Test
  void aStoppedServersDataIsBackedUpFromOutside() {
    Path file = folder.resolve("some/where.zip");
    assertThatThrownBy(() -> Backup.run(data, KeyFiles.STANDARD, file, Clock.systemUTC()))
        .isInstanceOf(DataDirInUse.class);
    ticket("Kept");
    server.close();
    Backup.run(data, KeyFiles.STANDARD, file, Clock.systemUTC());
    Restore.run(file, target, KeyFiles.STANDARD);
    assertThat(AuditCheck.run(target, KeyFiles.STANDARD).links()).isEqualTo(1);
  }

  @Test
  void filesOfTheServersOwnMayVanishMeanwhile() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Path index = Files.createDirectories(data.resolve("search"));
    CompletableFuture<Void> tidying =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                comeAndGo(index);
              }
            });
    for (int n = 0; n < 20; n++) {
      backUp();
    }
    over.set(true);
    tidying.get();
  }

  private static void comeAndGo(Path folder) {
    try {
      for (int n = 0; n < 50; n++) {
        Files.createFile(folder.resolve("segment" + n));
      }
      for (int n = 0; n < 50; n++) {
        Files.delete(folder.resolve("segment" + n));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void onlyAnAdminMakesBackups() {
    Client lea = Client.of(server).signIn("lea@demo.desk");
    lea.post(Routes.BACKUP, Map.of()).problem(ErrorCode.FORBIDDEN);
    assertThat(data.resolve("backups")).doesNotExist();
  }

  @Test
  void whatIsDamagedOrForeignIsRefusedAndChangesNothing() throws IOException {
    Path file = backUp();
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 3] ^= 1;
    refused(flipped);
    refused(Arrays.copyOf(whole, whole.length / 2));
    refused(Arrays.copyOf(whole, 7));
    refused("no archive at all".getBytes(StandardCharsets.UTF_8));
    refused(new byte[0]);
    try (var left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("data", "bad");
    }
  }

  @Test
  void nothingIsRestoredOverAnotherDesk() throws IOException {
    Path file = backUp();
    Files.createDirectories(target);
    Files.writeString(target.resolve("mine"), "mine");
    assertThatThrownBy(() -> Restore.run(file, target, KeyFiles.STANDARD))
        .isInstanceOf(DataDirNotEmpty.class);
    assertThat(target.resolve("mine")).hasContent("mine");
  }

  private void refused(byte[] content) throws IOException {
    Path bad = Files.write(folder.resolve("bad"), content);
    assertThatThrownBy(() -> Restore.run(bad, target, KeyFiles.STANDARD))
        .isInstanceOf(NotABackup.class);
    assertThat(target).doesNotExist();
  }

  private Path backUp() {
    Client.Answer answer = ada.post(Routes.BACKUP, Map.of());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    Path file = data.resolve("backups").resolve(answer.json().path("file").asText());
    assertThat(file).hasSize(answer.json().path("bytes").asLong());
    return file;
  }

  private Ticket ticket(String subject) {
    return ada.post(Routes.TICKETS, Map.of("subject", subject)).ok(Ticket.class);
  }
}
