package io.deskhand.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSweepTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Duration LONG_AGO = FileSweep.KEPT.plusHours(1);
  private static final UUID SENDER = new UUID(0, 1);
  @TempDir private Path directory;
  private Store store;
  private Ledger ledger;
  private ContentStore content;

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    store = TestDatabase.open(directory, clock);
    ledger = store.ledger();
    content = new ContentStore(directory.resolve("attachments"), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatNobodyUsedForADayIsForgottenAndWhatIsUsedStays() throws IOException {
    StoredFile unused = upload("unused", NOW.minus(LONG_AGO), false);
    StoredFile fresh = upload("fresh", NOW, false);
    StoredFile used = upload("used", NOW.minus(LONG_AGO), true);
    Path orphan = settled("orphan", NOW.minus(LONG_AGO));
    Path newOrphan = settled("new orphan", NOW);
    Path part = aged(Files.writeString(content.part(UUID.randomUUID()), "x"), LONG_AGO);
    Path arriving = aged(Files.writeString(content.part(UUID.randomUUID()), "x"), Duration.ZERO);
    new FileSweep(ledger, content).run();

    assertThat(content.content(unused.content())).doesNotExist();
    assertThat(content.content(fresh.content())).exists();
    assertThat(content.content(used.content())).hasContent("used");
    assertThat(orphan).doesNotExist();
    assertThat(newOrphan).exists();
    assertThat(part).doesNotExist();
    assertThat(arriving).exists();
    assertThat(ledger.<Boolean>read(view -> view.attachments().find(unused.id()).isPresent()))
        .isFalse();
    assertThat(ledger.<Boolean>read(view -> view.attachments().find(fresh.id()).isPresent()))
        .isTrue();
  }

  @Test
  void aThumbnailGoesWithItsImage() throws IOException {
    StoredFile used = upload("used", NOW.minus(LONG_AGO), true);
    Path kept = thumbnail(used.content());
    Path gone = thumbnail(Fingerprint.of("gone"));
    new FileSweep(ledger, content).run();
    assertThat(kept).exists();
    assertThat(gone).doesNotExist();
  }

  @Test
  void theSameContentIsKeptOnceAndCountsAsNewEachTime() throws IOException {
    Path first = settled("same", NOW.minus(LONG_AGO));
    assertThat(settled("same", NOW)).isEqualTo(first);
    new FileSweep(ledger, content).run();
    assertThat(first).exists();
  }

  @Test
  void aFileIsNotTakenWhenTheDiskIsNearlyFull() {
    ContentStore full = new ContentStore(directory.resolve("full"), () -> 1_000, Clock.systemUTC());
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> full.requireSpace(1))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.OUT_OF_SPACE));
  }

  private Path thumbnail(String sha256) throws IOException {
    Path path = content.thumbnail(sha256, ".png");
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "small");
  }

  private StoredFile upload(String text, Instant at, boolean used) throws IOException {
    settled(text, at);
    return ledger.write(
        tx -> {
          UUID message = used ? message(tx).id() : null;
          StoredFile file =
              new StoredFile(
                  tx.newId(),
                  SENDER,
                  text,
                  text.length(),
                  "text/plain",
                  Fingerprint.of(text),
                  at,
                  message);
          tx.attachments().insert(file);
          return file;
        });
  }

  private static Message message(Tx tx) {
    Ticket ticket =
        new TicketBuilder(tx.newId(), "It does not work", tx.now())
            .ticketNumber(tx.tickets().nextNumber())
            .category("technical")
            .build();
    tx.tickets().insert(ticket);
    Message message =
        new Message(
            tx.newId(),
            ticket.id(),
            SENDER,
            "Cora",
            SenderType.CUSTOMER,
            "Hello",
            false,
            List.of(),
            null,
            null,
            tx.now());
    tx.messages().insert(message, ticket);
    return message;
  }

  /** Content that came to its place at {@code at}. */
  private Path settled(String text, Instant at) throws IOException {
    Path part = Files.writeString(content.part(UUID.randomUUID()), text);
    Path path =
        content.settle(part, Fingerprint.of(text), () -> content.content(Fingerprint.of(text)));
    if (at.isBefore(NOW)) {
      aged(path, Duration.between(at, NOW));
    }
    return path;
  }

  private static Path aged(Path file, Duration age) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
