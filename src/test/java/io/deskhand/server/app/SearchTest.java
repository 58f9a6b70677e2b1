package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.server.store.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search as people meet it: their own writes, what fits best, what they may not see. */
class SearchTest {
  @TempDir Path data;
  private DeskServer server;
  private Client ada;
  private Client cora;

  @BeforeEach
  void start() {
    server = DeskServer.start(TestDatabase.local(data).withSeed(TestDesk.SEED));
    Client nobody = Client.of(server);
    ada = nobody.signIn("ada@demo.desk");
    cora = nobody.signIn("cora@demo.desk");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWriteIsFoundByWhoeverAsksNext() {
    for (int n = 0; n < 20; n++) {
      Ticket ticket = create("Walrus number" + n);
      assertThat(found(ada, "walrus number" + n)).containsExactly(ticket.id());
      say(ada, ticket, "heron" + n, false);
      assertThat(found(ada, "heron" + n)).containsExactly(ticket.id());
      assertThat(found(ada, "WALRUS heron" + n)).containsExactly(ticket.id());
    }
    assertThat(found(ada, "walr")).hasSize(20);
  }

  @Test
  void theSubjectCountsMoreThanAMessageAndARareWordMoreThanACommonOne() {
    Ticket inMessage = create("Something else");
    say(cora, inMessage, "the lighthouse is dark", false);
    Ticket inSubject = create("Lighthouse");
    assertThat(found(ada, "lighthouse")).containsExactly(inSubject.id(), inMessage.id());
    assertThat(ada.get(Routes.TICKETS + "?sort=relevance").error("sort")).contains("unknown");
  }

  @Test
  void aChangedSubjectIsFoundByItsNewWordsOnly() {
    Ticket ticket = create("Porcupine");
    ada.patch(Routes.ticket(ticket.id()), Map.of("subject", "Hedgehog")).ok(Ticket.class);
    assertThat(found(ada, "porcupine")).isEmpty();
    assertThat(found(ada, "hedgehog")).containsExactly(ticket.id());
    ada.delete(Routes.ticket(ticket.id()));
    assertThat(found(ada, "hedgehog")).isEmpty();
  }

  @Test
  void notesAreFoundByTheStaffAndNobodyFindsWhatTheyMayNotSee() {
    Ticket ticket = create("Plain");
    say(ada, ticket, "a secretive note", true);
    assertThat(found(ada, "secretive")).containsExactly(ticket.id());
    assertThat(found(cora, "secretive")).isEmpty();
    Client carl = Client.of(server).signIn("carl@demo.desk");
    assertThat(found(carl, "plain")).isEmpty();
    assertThat(found(cora, "plain")).containsExactly(ticket.id());
  }

  @Test
  void accentsAndCaseDoNotMatter() {
    Ticket ticket = create("Überweisung nach Málaga");
    assertThat(found(ada, "uberweisung malaga")).containsExactly(ticket.id());
    assertThat(found(ada, "ÜBERWEIS")).containsExactly(ticket.id());
  }

  @Test
  void aWordIsFoundByItsBeginningFromTheFirstLetterOn() {
    Ticket ticket = create("Quetzal Ärmel 𝒳yz o'clock");
    say(cora, ticket, "yellow", false);
    say(ada, ticket, "zzyx", true);
    Ticket other = create("Quiet");
    for (int letters = 2; letters <= 7; letters++) {
      List<UUID> found = found(ada, "quetzal".substring(0, letters));
      assertThat(found).contains(ticket.id());
      assertThat(found.contains(other.id())).isEqualTo(letters == 2);
    }
    assertThat(found(ada, "ä")).contains(ticket.id());
    assertThat(found(ada, "quetzal 𝒳")).containsExactly(ticket.id());
    assertThat(found(ada, "quetzal y")).containsExactly(ticket.id());
    assertThat(found(ada, "zzy")).containsExactly(ticket.id());
    assertThat(found(cora, "zzy")).isEmpty();
    // Only the last word may be begun.
    assertThat(found(ada, "que yellow")).isEmpty();
    ada.patch(Routes.ticket(ticket.id()), Map.of("subject", "Hoopoe")).ok(Ticket.class);
    assertThat(found(ada, "que")).isEmpty();
  }

  @Test
  void afterARestartEverythingIsFoundWhateverBecameOfTheFiles() throws IOException {
    Ticket ticket = create("Pelican");
    restart();
    assertThat(found(ada, "pelican")).containsExactly(ticket.id());
    say(ada, ticket, "flamingo", false);
    server.close();
    for (Path file : files()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    start();
    assertThat(found(ada, "pelican flamingo")).containsExactly(ticket.id());
  }

  @Test
  void aNameIsFoundAndIsInNoFileOfTheIndex() throws IOException {
    Ticket ticket =
        ada.post(Routes.TICKETS, Map.of("subject", "Kingfisher", "customerName", "Zebulon Quill"))
            .ok(Ticket.class);
    assertThat(found(ada, "zebulon kingfisher")).containsExactly(ticket.id());
    restart();
    assertThat(found(ada, "quill")).containsExactly(ticket.id());
    server.close();
    StringBuilder everything = new StringBuilder();
    for (Path file : files()) {
      everything.append(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    assertThat(everything.toString()).contains("kingfisher").doesNotContain("zebulon", "quill");
    start();
  }

  @Test
  void aCursorOfOneOrderFitsNoOther() {
    create("Otter one");
    create("Otter two");
    String next = page(ada, "otter", "&limit=1").nextCursor();
    assertThat(next).isNotNull();
    ada.get(Routes.TICKETS + "?q=otter&sort=createdAt&cursor=" + next)
        .problem(ErrorCode.VALIDATION_FAILED);
  }

  private void restart() {
    server.close();
    start();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(data.resolve("search"))) {
      // Lucene minds if somebody touches its lock.
      return files.filter(file -> !file.endsWith("write.lock")).toList();
    }
  }

  private Ticket create(String subject) {
    return cora.post(Routes.TICKETS, Map.of("subject", subject)).ok(Ticket.class);
  }

  private static void say(Client who, Ticket ticket, String words, boolean internal) {
    String path = Routes.ticket(ticket.id(), "messages");
    assertThat(who.post(path, Map.of("body", words, "internal", internal)).status()).isEqualTo(201);
  }

  private static List<UUID> found(Client who, String text) {
    return page(who, text, "").tickets().stream().map(Ticket::id).toList();
  }

  private static TicketPage page(Client who, String text, String more) {
    String query = URLEncoder.encode(text, StandardCharsets.UTF_8) + more;
    return who.get(Routes.TICKETS + "?q=" + query).ok(TicketPage.class);
  }
}
