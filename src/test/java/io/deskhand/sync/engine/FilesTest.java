package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.INES;
import static io.deskhand.sync.engine.SmallDesk.LEA;
import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Attachment;
import io.deskhand.model.Message;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.UploadRequest;
import io.deskhand.sync.Attachments.Transfer;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.rest.Call;
import io.deskhand.sync.rest.DeskApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go with their message, once, whatever happens; and what is received stays here as long. */
class FilesTest {
  private static final String SECRET = "the customer's account is 4711";
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;
  private Relay relay;
  private Path profile;
  private Console max;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 20, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void start() throws Exception {
    relay = new Relay(backend.address());
    profile = folder.resolve("max");
    max = Console.live(profile, relay.address(), MAX);
  }

  @AfterEach
  void stop() throws Exception {
    max.close();
    relay.close();
  }

  @Test
  void aMessageAndItsFilesSurviveTwoCrashesAndArriveOnce() throws Exception {
    UUID id = ticketId(1);
    byte[] large = text(3_000_000);
    relay.down();
    max.awaitPhase(Phase.OFFLINE);
    Path original = Files.write(folder.resolve("large.txt"), large);
    OutgoingFile one = Console.await(max.desk().attachments().add(original));
    OutgoingFile two =
        Console.await(max.desk().attachments().add("note.txt", SECRET.getBytes(UTF_8)));
    Files.delete(original);
    Intent.Say say = say(id, "Both are here", one, two);
    max.submit(say);

    crash();
    slowly();
    relay.up();
    max.awaitLive();
    long sent = awaitPart(one);
    relay.down();
    crash();
    AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    max.desk()
        .attachments()
        .transfers()
        .subscribe(
            all -> {
              Transfer transfer = all.get(one.id());
              if (transfer != null) {
                first.accumulateAndGet(transfer.done(), Math::min);
              }
            });
    relay.up();
    max.awaitEmptyOutboxAfterLive();

    assertThat(first.get()).as("goes on where it was").isGreaterThanOrEqualTo(sent);
    List<Message> said =
        backend.messages(id).stream().filter(it -> it.body().equals("Both are here")).toList();
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().id()).isEqualTo(say.messageId());
    List<Attachment> files = said.getFirst().attachments();
    assertThat(files).extracting(Attachment::name).containsExactly("large.txt", "note.txt");
    assertThat(content(files.get(0))).isEqualTo(large);
    assertThat(content(files.get(1))).asString(UTF_8).isEqualTo(SECRET);
    await().untilAsserted(() -> assertThat(outgoing()).isEmpty());
  }

  @Test
  void nothingOfAFileIsReadableInTheProfile() throws Exception {
    UUID id = ticketId(2);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    OutgoingFile file = add("secret-name.txt", SECRET);
    Console.await(
        max.desk().drafts().save(new Draft(id, "", 0, false, Instant.EPOCH, List.of(file))));
    max.submit(say(id, "See there", file));
    assertUnreadable();
    max.awaitEmptyOutboxAfterLive();
    Attachment sent = attachmentOf(id);
    Path target = folder.resolve("out.txt");
    Console.await(max.desk().attachments().save(id, sent, target));
    assertThat(target).hasContent(SECRET);
    assertUnreadable();
  }

  @Test
  void anUploadWhoseAnswerGetsLostIsNotDoneTwice() throws Exception {
    UUID id = ticketId(3);
    OutgoingFile file = add("once.txt", SECRET);
    for (int i = 0; i < 4; i++) {
      relay.loseNextAnswer();
    }
    max.submit(say(id, "only once", file));
    max.awaitEmptyOutbox();
    assertThat(relay.answerWasLost()).isTrue();
    assertThat(backend.messages(id).stream().filter(it -> it.body().equals("only once")))
        .singleElement()
        .satisfies(it -> assertThat(it.attachments()).hasSize(1));
  }

  @Test
  void whatTheServerDoesNotTakeIsSaidAndTheWordsAndFilesAreADraftAgain() throws Exception {
    UUID id = ticketId(4);
    OutgoingFile program = add("notes.txt", "#!/bin/sh\nrm -rf /\n");
    PendingIntent pending = max.submit(say(id, "Look at this", program));
    PendingIntent refused = max.awaitState(pending.id(), State.RETURNED);
    assertThat(refused.why()).startsWith("notes.txt: ").doesNotContain("_").hasSizeGreaterThan(20);
    max.say(id, "goes past it");
    await().until(() -> max.desk().outbox().get().size() == 1);
    Draft draft = max.desk().drafts().of(id).orElseThrow();
    assertThat(draft.text()).isEqualTo("Look at this");
    assertThat(draft.files()).containsExactly(program);
    Console.await(max.desk().discard(pending.id()));
    crash();
    assertThat(max.desk().drafts().of(id)).map(Draft::files).contains(draft.files());
    assertThat(outgoing()).containsExactly(program.id().toString());
    assertThat(backend.messages(id)).extracting(Message::body).doesNotContain("Look at this");

    Console.await(max.desk().drafts().save(new Draft(id, "Look at this", 0, false, Instant.EPOCH)));
    max.desk().attachments().drop(program.id());
    await().untilAsserted(() -> assertThat(outgoing()).isEmpty());
  }

  @Test
  void aMessageIsNotAcceptedWithoutItsFiles() throws Exception {
    OutgoingFile never = new OutgoingFile(UUID.randomUUID(), "gone.txt", 3, "0", "text/plain");
    Assertions.assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> max.submit(say(ticketId(5), "with nothing", never)))
        .havingCause()
        .isInstanceOfSatisfying(
            SyncException.class,
            e -> assertThat(e.reason()).isEqualTo(SyncException.Reason.FILE_REFUSED));
    assertThat(max.desk().outbox().get()).isEmpty();
  }

  @Test
  void takingAMessageBackForgetsItsFilesAlsoInTheMiddleOfAnUpload() throws Exception {
    UUID id = ticketId(6);
    slowly();
    OutgoingFile file = Console.await(max.desk().attachments().add("large.txt", text(4_000_000)));
    PendingIntent pending = max.submit(say(id, "never mind", file));
    awaitPart(file);
    Console.await(max.desk().discard(pending.id()));
    await().untilAsserted(() -> assertThat(outgoing()).isEmpty());
    await().until(() -> max.desk().attachments().transfers().get().isEmpty());
    relay.up();
    max.say(id, "and this");
    max.awaitEmptyOutbox();
    assertThat(backend.messages(id)).extracting(Message::body).doesNotContain("never mind");
  }

  @Test
  void whatIsReceivedStaysHereOfflineAndGoesWithItsTicket() throws Exception {
    UUID id = ticketId(7);
    byte[] content = text(700_000);
    Attachment file = coraSends(id, "statement.txt", content);
    Path target = folder.resolve("statement.txt");
    Console.await(max.desk().attachments().save(id, file, target));
    assertThat(target).hasBinaryContent(content);
    Files.delete(target);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    Console.await(max.desk().attachments().save(id, file, target));
    assertThat(target).hasBinaryContent(content);
    assertThat(received()).hasSize(1);
    max.desk().setOffline(false);
    max.awaitLive();
    try (Console lea = Console.live(folder.resolve("lea"), backend.address(), LEA)) {
      lea.submit(new Intent.Assign(id, INES.id()));
      lea.awaitEmptyOutbox();
    }
    await().untilAsserted(() -> assertThat(received()).isEmpty());
  }

  @Test
  void whatIsNotHereIsSaidWhileOffline() throws Exception {
    UUID id = ticketId(8);
    Attachment file = coraSends(id, "later.txt", SECRET.getBytes(UTF_8));
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    Assertions.assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () -> Console.await(max.desk().attachments().save(id, file, folder.resolve("x"))))
        .havingCause()
        .isInstanceOfSatisfying(
            SyncException.class,
            e -> assertThat(e.reason()).isEqualTo(SyncException.Reason.OFFLINE));
    assertThat(folder.resolve("x")).doesNotExist();
  }

  /** The console is gone in this moment, and comes back on what is on its disk. */
  private void crash() throws Exception {
    Path left = folder.resolve("left-" + UUID.randomUUID());
    try (Stream<Path> all = Files.walk(profile)) {
      for (Path path : all.toList()) {
        if (!path.endsWith("lock")) {
          Files.copy(path, left.resolve(profile.relativize(path)));
        }
      }
    }
    max.close();
    profile = left;
    max = Console.resumed(profile);
  }

  private void slowly() {
    relay.slow(Duration.ofMillis(15));
  }

  /** Waits until some of a file has arrived, and not all; how much. */
  private long awaitPart(OutgoingFile file) {
    Transfer transfer =
        await()
            .pollInterval(Duration.ofMillis(2))
            .until(
                () -> max.desk().attachments().transfers().get().get(file.id()),
                it -> it != null && it.done() > 0);
    assertThat(transfer.done()).isLessThan(transfer.total());
    return transfer.done();
  }

  private OutgoingFile add(String name, String content) throws Exception {
    return Console.await(max.desk().attachments().add(name, content.getBytes(UTF_8)));
  }

  private static Intent.Say say(UUID ticket, String words, OutgoingFile... files) {
    return new Intent.Say(ticket, UUID.randomUUID(), words, false, List.of(files));
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    new Random(length).nextBytes(text);
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + (text[i] & 15));
    }
    return text;
  }

  private Attachment coraSends(UUID ticket, String name, byte[] content) throws Exception {
    DeskApi cora = backend.as(SmallDesk.CORA.email());
    UUID file = UUID.randomUUID();
    cora.files().announce(new UploadRequest(file, name, (long) content.length, null));
    cora.files().append(file, 0, content);
    UUID message = UUID.randomUUID();
    cora.send(
        new Call(
            "POST",
            Routes.ticket(ticket, "messages"),
            new SendMessage(message, null, "Here it is", false, List.of(file)),
            UUID.randomUUID(),
            null));
    return backend.messages(ticket).stream()
        .filter(it -> it.id().equals(message))
        .findFirst()
        .orElseThrow()
        .attachments()
        .getFirst();
  }

  private Attachment attachmentOf(UUID ticket) throws IOException {
    return backend.messages(ticket).getLast().attachments().getFirst();
  }

  private byte[] content(Attachment file) throws IOException {
    return backend.as(SmallDesk.ADA).files().read(file.id(), 0, 20_000_000);
  }

  private List<String> outgoing() throws IOException {
    return names("outgoing");
  }

  private List<String> received() throws IOException {
    return names("received");
  }

  private List<String> names(String name) throws IOException {
    Path top = profile.resolve(name);
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).map(it -> it.getFileName().toString()).toList();
    }
  }

  /** Looks into every file while nobody writes. */
  private void assertUnreadable() throws Exception {
    max.close();
    try (Stream<Path> all = Files.walk(profile)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(3);
      for (Path file : files) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRET.substring(4, 20), "secret-name");
      }
    }
    max = Console.resumed(profile);
  }
}
