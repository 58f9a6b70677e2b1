package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.PriorityGlyph;
import io.deskhand.console.ui.StatusChip;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Ticket;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ticket at a glance: what it is, how it stands, whose it is, and whom it is for. */
public final class HeaderController {
  private final TicketViewModel model;
  private final TicketVerbs verbs;
  private final Facts facts;
  private final When when;
  private final DeskContext at;
  private final Texts texts;
  private final PriorityGlyph glyph = new PriorityGlyph();
  private final Avatar person = new Avatar(20);

  @FXML private Button number;
  @FXML private Label caption;
  @FXML private HBox pending;
  @FXML private Label pendingText;
  @FXML private HBox viewers;
  @FXML private Button subject;
  @FXML private TextField subjectField;
  @FXML private Button status;
  @FXML private Button priority;
  @FXML private Label due;
  @FXML private Button assignee;
  @FXML private HBox tags;
  @FXML private FlowPane customer;

  private final StatusChip chip = new StatusChip();
  private final TagLine tagLine;
  private QuickSheets sheets;
  private TicketFace shown = TicketFace.NONE;

  HeaderController(
      TicketViewModel model,
      TicketVerbs verbs,
      QuickSheets sheets,
      Facts facts,
      When when,
      DeskContext at,
      Texts texts) {
    this.model = model;
    this.verbs = verbs;
    this.sheets = sheets;
    this.facts = facts;
    this.when = when;
    this.at = at;
    this.texts = texts;
    this.tagLine = new TagLine(verbs, texts);
  }

  @FXML
  void initialize() {
    status.setGraphic(chip);
    priority.setGraphic(glyph);
    assignee.setGraphic(person);
    tags.getChildren().setAll(tagLine);
    due.setGraphic(new FontIcon("fth-clock"));
    subjectField.setOnAction(event -> endEdit(true));
    subjectField
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                endEdit(true);
              }
            });
    subjectField.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            endEdit(false);
            event.consume();
          }
        });
    present(subjectField, false);
    model.faceProperty().subscribe(this::show);
  }

  @FXML
  void copyNumber() {
    copy(number.getText());
  }

  @FXML
  void editSubject() {
    subjectField.setText(subject.getText());
    present(subject, false);
    present(subjectField, true);
    subjectField.requestFocus();
    subjectField.end();
  }

  @FXML
  void setStatus() {
    sheets.run(TicketAction.STATUS, status);
  }

  @FXML
  void setPriority() {
    sheets.run(TicketAction.PRIORITY, priority);
  }

  @FXML
  void assign() {
    sheets.run(TicketAction.ASSIGN, assignee);
  }

  /** Puts the caret where a tag is added. */
  void addTag() {
    tagLine.add();
  }

  /** What the sheet of an action opens below, where the header has something of that kind. */
  Node anchor(TicketAction action, Node otherwise) {
    return switch (action) {
      case ASSIGN -> assignee;
      case STATUS -> status;
      case PRIORITY -> priority;
      default -> otherwise;
    };
  }

  /** Brings the clock up to date. */
  void tick() {
    showDue(shown.ticket());
  }

  private void show(TicketFace face) {
    Ticket ticket = face.ticket();
    if (ticket == null) {
      return;
    }
    if (shown.ticket() == null || !shown.ticket().id().equals(ticket.id())) {
      endEdit(false);
      tagLine.stop();
    }
    shown = face;
    number.setText(ticket.ticketNumber() == null ? texts.of("number.none") : ticket.ticketNumber());
    caption.setText(
        texts.of("caption", Words.of(ticket.channel()), facts.category(ticket.category())));
    subject.setText(ticket.subject());
    chip.setStatus(ticket.status());
    status.setAccessibleText(texts.of("status") + ": " + Words.of(ticket.status()));
    glyph.setPriority(ticket.priority());
    priority.setText(Words.of(ticket.priority()));
    person.setPerson(ticket.assignedToName());
    assignee.setText(
        Objects.requireNonNullElse(ticket.assignedToName(), texts.of("assignee.none")));
    present(pending, face.onTheirWay() > 0);
    pendingText.setText(texts.of("pending", face.onTheirWay()));
    tagLine.show(ticket.tags());
    showDue(ticket);
    showViewers(face);
    customer.getChildren().setAll(CustomerLine.of(ticket, texts, this::copy));
  }

  private void showDue(@Nullable Ticket ticket) {
    DueClock clock = DueClock.of(ticket, at.clock().instant(), texts);
    present(due, clock != null);
    if (clock != null && ticket != null && ticket.dueAt() != null) {
      due.setText(clock.text());
      Tip.setText(due, texts.of("due.tip", when.full(ticket.dueAt())));
      for (DueClock.Level level : DueClock.Level.values()) {
        due.pseudoClassStateChanged(
            PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)),
            level == clock.level());
      }
    }
  }

  private void showViewers(TicketFace face) {
    present(viewers, !face.others().isEmpty());
    viewers.getChildren().clear();
    if (face.others().isEmpty()) {
      return;
    }
    String first = face.others().getFirst();
    Avatar avatar = new Avatar(20);
    avatar.setPerson(first);
    int more = face.others().size() - 1;
    String name = first.split(" ")[0];
    Label words =
        new Label(
            more == 0 ? texts.of("viewers.one", name) : texts.of("viewers.several", name, more));
    words.getStyleClass().addAll("dh-caption", "dh-muted");
    viewers.getChildren().setAll(avatar, words);
  }

  private void endEdit(boolean keep) {
    if (subjectField.isVisible()) {
      present(subjectField, false);
      present(subject, true);
      if (keep) {
        verbs.setSubject(subjectField.getText());
      }
    }
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    at.dialogs().notice(texts.of("copied", text));
  }

  static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
