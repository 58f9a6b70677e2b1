package io.deskhand.console.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.conversation.Row.Bubble;
import io.deskhand.console.conversation.Row.Side;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureLive;
import io.deskhand.console.ui.Span;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TicketState;
import io.deskhand.sync.TicketState.Delivery;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ConversationViewModelTest {
  private final FixtureContext fixture = new FixtureContext();
  private final LiveTicket ticket = fixture.desk.open(FixtureData.LIVELY);
  private final List<String> links = new ArrayList<>();
  private final ConversationViewModel model =
      new ConversationViewModel(
          fixture.at,
          new When(fixture.time),
          Texts.of(ConversationViewModel.class),
          address -> links.add(address));

  @Test
  void messagesOfOneSenderAreAGroupWithOneHead() {
    model.show(ticket);
    List<Bubble> bubbles = bubbles();
    Bubble moment = byBody(bubbles, "One moment");
    Bubble iban = byBody(bubbles, "It ends in 0154");
    assertThat(moment.head()).startsWith("Cora Lindqvist · ");
    assertThat(iban.head()).isNull();
    assertThat(moment.side()).isEqualTo(Side.THEIRS);
  }

  @Test
  void daysAndTheUnreadStandBetweenTheMessages() {
    model.show(ticket);
    List<Row> rows = model.shownProperty().get().rows();
    assertThat(rows.getFirst()).isInstanceOf(Row.Day.class);
    assertThat(rows.stream().filter(Row.Day.class::isInstance)).hasSize(3);
    int unread = model.shownProperty().get().firstUnread();
    assertThat(((Bubble) rows.get(unread + 1)).body()).startsWith("He just checked");
  }

  @Test
  void theUnreadLineGoesOnceOneHasAnswered() {
    model.show(ticket);
    say("There it is");
    assertThat(model.shownProperty().get().firstUnread()).isEqualTo(-1);
  }

  @Test
  void aMessageIsPendingThenSentThenSeen() {
    model.show(ticket);
    say("There it is");
    assertThat(last().delivery()).isEqualTo(Delivery.PENDING);
    assertThat(last().foot()).isEqualTo("Waiting to be sent");
    fixture.time.advance(fixture.desk.delay());
    assertThat(last().foot()).isEqualTo("Sent");
    fixture.seconds(1);
    assertThat(last().foot()).startsWith("Seen 14:02");
  }

  @Test
  void whatIsSearchedForIsMarkedInMessages() {
    ObjectProperty<TextMarks> marks = new SimpleObjectProperty<>(TextMarks.NONE);
    model.mark(marks);
    assertThat(model.finder().getValue().in("One moment")).isEmpty();

    marks.set(fixture.desk.marks("mom"));

    assertThat(model.finder().getValue().in("One moment")).containsExactly(new Span(4, 7));
  }

  @Test
  void notesAndWhatTheDeskSaysAreTold() {
    model.show(ticket);
    assertThat(bubbles()).anyMatch(bubble -> bubble.side() == Side.NOTE);
    assertThat(model.shownProperty().get().rows()).anyMatch(Row.Line.class::isInstance);
  }

  @Test
  void whoTypesIsASentence() {
    model.show(ticket);
    fixture.desk.customerTypes(FixtureData.LIVELY, true);
    assertThat(model.typingProperty().get()).isEqualTo("Cora is typing…");
    fixture.desk.customerTypes(FixtureData.LIVELY, false);
    assertThat(model.typingProperty().get()).isEmpty();
  }

  @Test
  void aRefusedMessageSaysWhyAndItsWordsCanBeADraftAgain() {
    List<String> drafts = new ArrayList<>();
    model.onDraft((reply, note) -> drafts.add(reply.words()));
    model.show(ticket);
    saveDraft();
    fixture.desk.refuseNext("The ticket is closed");
    say("Too late");
    fixture.time.advance(fixture.desk.delay());
    assertThat(last().delivery()).isEqualTo(Delivery.REFUSED);
    assertThat(last().why()).isEqualTo("The ticket is closed");
    model.toDraft(last());
    assertThat(drafts).containsExactly("Too late");
    assertThat(fixture.desk.outbox().get()).isEmpty();
  }

  @Test
  void theFilesOfARefusedMessageAreADraftAgainToo() {
    List<Reply> drafts = new ArrayList<>();
    model.onDraft((reply, note) -> drafts.add(reply));
    model.show(ticket);
    OutgoingFile file = new OutgoingFile(UUID.randomUUID(), "a.png", 3, "0", "image/png");
    saveDraft();
    fixture.desk.refuseNext("a.png: Files of this kind are not taken");
    sayWith(file);
    fixture.time.advance(fixture.desk.delay());
    model.toDraft(last());
    assertThat(drafts).containsExactly(new Reply("See there", List.of(file)));
  }

  @Test
  void aFileOnItsWayShowsHowFarItHasCome() {
    model.show(ticket);
    OutgoingFile file = new OutgoingFile(UUID.randomUUID(), "a.png", 400, "0", "image/png");
    fixture.desk.setServerUp(false);
    sayWith(file);
    assertThat(last().files()).containsExactly(new FileItem(file.attachment(), null));
    fixture.desk.attachments().transfer(file.id(), 100, 400);
    assertThat(last().files()).containsExactly(new FileItem(file.attachment(), 0.25));
    fixture.desk.attachments().transfer(UUID.randomUUID(), 100, 400);
    assertThat(last().files()).hasSize(1);
  }

  @Test
  void aFileIsOpenedInPlainOutsideOfTheProfileAndGoesInTheEnd() throws Exception {
    model.show(ticket);
    OutgoingFile file = new OutgoingFile(UUID.randomUUID(), "a/b: c.txt", 5, "0", "text/plain");
    fixture.desk.attachments().put(file.id(), "Hello".getBytes(UTF_8));
    model.open(new FileItem(file.attachment(), null));
    Path plain = Path.of(URI.create(links.getFirst()));
    assertThat(plain).hasContent("Hello").hasFileName("a_b_ c.txt");
    model.close();
    assertThat(plain.getParent()).doesNotExist();
  }

  @Test
  void whatIsNotHereIsSaidAndOpensNothing() {
    model.show(ticket);
    OutgoingFile file = new OutgoingFile(UUID.randomUUID(), "a.txt", 5, "0", "text/plain");
    model.open(new FileItem(file.attachment(), null));
    assertThat(links).isEmpty();
    assertThat(fixture.dialogs.failures()).extracting("code").containsExactly("DH-OFFLINE");
  }

  @Test
  void aRefusedMessageThatIsTheDraftAgainIsNotSaidTwice() {
    model.show(ticket);
    fixture.desk.refuseNext("The ticket is closed");
    say("Too late");
    fixture.time.advance(fixture.desk.delay());
    assertThat(bubbles()).noneMatch(bubble -> bubble.body().equals("Too late"));
    assertThat(fixture.desk.drafts().of(FixtureData.LIVELY))
        .hasValueSatisfying(draft -> assertThat(draft.text()).isEqualTo("Too late"));
  }

  @Test
  void aHeldMessageCanBeSentAnyway() {
    model.show(ticket);
    fixture.desk.holdNext("Cora has written since");
    say("As I said");
    fixture.time.advance(fixture.desk.delay());
    assertThat(last().delivery()).isEqualTo(Delivery.HELD);
    model.sendAnyway(last());
    fixture.time.advance(fixture.desk.delay());
    assertThat(last().delivery()).isEqualTo(Delivery.CONFIRMED);
  }

  @Test
  void aHeldMessageShowsWhatWasWrittenSince() {
    model.show(ticket);
    int seen = bubbles().size() + lines();
    fixture.desk.setCustomerAnswers(false);
    fixture.desk.customerWrites(FixtureData.LIVELY, "It has   arrived,\nthank you!");
    fixture.desk.keepNext(State.HELD, new Conflict.MovedOn(seen));
    say("I have asked the bank");
    fixture.time.advance(fixture.desk.delay());
    assertThat(last().since())
        .singleElement()
        .satisfies(
            since -> {
              assertThat(since.head()).startsWith("Cora Lindqvist · ");
              assertThat(since.words()).isEqualTo("It has arrived, thank you!");
            });
    model.toDraft(last());
    assertThat(fixture.desk.outbox().get()).isEmpty();
  }

  @Test
  void aMessageThatWasNotSentCanBePutAway() {
    model.show(ticket);
    saveDraft();
    fixture.desk.refuseNext("No");
    say("Never mind");
    fixture.time.advance(fixture.desk.delay());
    model.discard(last());
    assertThat(bubbles()).noneMatch(bubble -> bubble.body().equals("Never mind"));
  }

  @Test
  void whatIsNotInTheCacheIsToldApartFromWhatIsLoading() {
    fixture.desk.setLoading(FixtureData.LIVELY, TicketState.Loading.NOT_HERE_WHILE_OFFLINE);
    model.show(ticket);
    assertThat(model.shownProperty().get().presence())
        .isEqualTo(Conversation.Presence.NOT_HERE_WHILE_OFFLINE);
  }

  @Test
  void olderMessagesComeBeforeThoseThatAreThere() {
    UUID id = fixture.desk.data().ticketId(4);
    fixture.desk.data().fill(id, 500);
    model.show(fixture.desk.open(id));
    Object first = bubbles().getFirst().key();
    assertThat(bubbles()).hasSize(200);
    model.loadOlder();
    fixture.seconds(1);
    assertThat(bubbles()).hasSize(400);
    assertThat(bubbles().get(200).key()).isEqualTo(first);
  }

  @Test
  void anotherTicketLetsGoOfTheFirst() {
    FixtureLive<TicketState> state = (FixtureLive<TicketState>) ticket.state();
    int before = state.listeners();
    model.show(ticket);
    assertThat(state.listeners()).isEqualTo(before + 1);
    model.show(null);
    assertThat(state.listeners()).isEqualTo(before);
    assertThat(model.shownProperty().get().rows()).isEmpty();
  }

  /** What was typed since: a refused message stays where it was said. */
  private void saveDraft() {
    fixture
        .desk
        .drafts()
        .save(new Drafts.Draft(FixtureData.LIVELY, "Something else", 3, false, Instant.EPOCH));
  }

  private void sayWith(OutgoingFile file) {
    fixture.desk.submit(
        new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), "See there", false, List.of(file)));
  }

  private void say(String words) {
    fixture.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), words, false));
  }

  private int lines() {
    return (int)
        model.shownProperty().get().rows().stream().filter(Row.Line.class::isInstance).count();
  }

  private Bubble last() {
    return bubbles().getLast();
  }

  private List<Bubble> bubbles() {
    return model.shownProperty().get().rows().stream()
        .filter(Bubble.class::isInstance)
        .map(Bubble.class::cast)
        .toList();
  }

  private static Bubble byBody(List<Bubble> bubbles, String begin) {
    return bubbles.stream()
        .filter(bubble -> bubble.body().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }
}
