package io.deskhand.console.queue;

import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.MarkedLabel;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.PriorityGlyph;
import io.deskhand.console.ui.RowList;
import io.deskhand.console.ui.Span;
import io.deskhand.console.ui.StatusChip;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Ticket;
import io.deskhand.sync.TextMarks.Place;
import io.deskhand.sync.TicketRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One ticket in the queue: subject over customer and number, or all in one line when compact. */
final class TicketRowView implements RowList.Row<TicketRow> {
  /** Before and after a name, or the number changes places with one in Arabic. */
  private static final String LEFT_TO_RIGHT = "\u200e";

  private static final String BETWEEN = LEFT_TO_RIGHT + "  ·  ";

  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
  private static final double AVATAR = 20;
  private static final double DETAIL_FROM = 520;

  /** What a row does and asks; the same for all rows. */
  interface Host {
    boolean isCurrent(TicketRow row);

    boolean isChecked(TicketRow row);

    boolean isCompact();

    /** What is searched for in a text of a row. */
    List<Span> marks(Place place, String text);

    void toggle(TicketRow row);

    void take(TicketRow row);

    void resolve(TicketRow row);
  }

  private final Host host;
  private final When when;
  private final Texts texts;
  private final HBox root = new HBox();
  private final StackPane lead = new StackPane();
  private final PriorityGlyph priority = new PriorityGlyph();
  private final MarkedLabel subject = new MarkedLabel("subject", "dh-text");
  private final MarkedLabel detail = new MarkedLabel("detail", "dh-caption");
  private final Label time = label("time", "dh-caption");
  private final FontIcon pending = icon("fth-clock", "pending");
  private final FontIcon attention = icon("fth-alert-triangle", "attention");
  private final StatusChip status = new StatusChip();
  private final Avatar assignee = new Avatar(AVATAR);
  private final HBox marks = new HBox(attention, pending);
  private final StackPane body = new StackPane();
  // Both null until they are first seen: when the mouse comes, and where a row is selected.
  private @Nullable RowActions actions;
  private @Nullable CheckBox check;
  private @Nullable Boolean compact;
  private @Nullable TicketRow shown;
  private int index;

  TicketRowView(Host host, When when, Texts texts) {
    this.host = host;
    this.when = when;
    this.texts = texts;
    marks.getStyleClass().add("marks");
    Tip.setText(pending, texts.of("row.pending"));
    Tip.setText(attention, texts.of("row.attention"));
    build();
  }

  @Override
  public Node node() {
    return root;
  }

  /** What it shows now; null before the first. */
  @Nullable TicketRow shown() {
    return shown;
  }

  int index() {
    return index;
  }

  @Override
  public void show(TicketRow row, int index) {
    this.shown = row;
    this.index = index;
    arrange(host.isCompact());
    Ticket ticket = row.ticket();
    root.pseudoClassStateChanged(UNREAD, row.unread());
    root.pseudoClassStateChanged(CURRENT, host.isCurrent(row));
    root.pseudoClassStateChanged(CHECKED, host.isChecked(row));
    showCheck(host.isChecked(row));
    priority.setPriority(ticket.priority());
    subject.show(ticket.subject(), host.marks(Place.SUBJECT, ticket.subject()));
    showDetail(ticket);
    time.setText(when.ago(lastActivity(ticket)));
    status.setStatus(ticket.status());
    assignee.setPerson(ticket.assignedToName());
    Nodes.show(pending, row.pending());
    Nodes.show(attention, row.attention());
    showActions();
    root.setAccessibleText(spoken(row));
  }

  private void build() {
    root.getStyleClass().add("ticket-row");
    root.setAlignment(Pos.CENTER_LEFT);
    root.setAccessibleRole(AccessibleRole.LIST_ITEM);
    root.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> mouseCame());
    lead.getChildren().setAll(priority);
    lead.getStyleClass().add("lead");
    HBox.setHgrow(body, Priority.ALWAYS);
    Region unread = new Region();
    unread.getStyleClass().add("unread-dot");
    root.getChildren().setAll(unread, lead, body);
  }

  private void arrange(boolean wantCompact) {
    if (compact != null && compact == wantCompact) {
      return;
    }
    compact = wantCompact;
    Node content = wantCompact ? oneLine() : twoLines();
    body.getChildren().setAll(content);
    if (actions != null) {
      body.getChildren().add(actions);
    }
  }

  private void mouseCame() {
    if (actions == null) {
      actions = new RowActions(texts, () -> withShown(host::take), () -> withShown(host::resolve));
      StackPane.setAlignment(actions, Pos.CENTER_RIGHT);
      body.getChildren().add(actions);
      showActions();
    }
    if (check == null && shown != null) {
      check = newCheck();
      showCheck(host.isChecked(shown));
    }
  }

  private void showCheck(boolean checked) {
    if (check == null && checked) {
      check = newCheck();
    }
    if (check != null) {
      check.setSelected(checked);
    }
  }

  private CheckBox newCheck() {
    CheckBox made = new CheckBox();
    made.setFocusTraversable(false);
    made.setAccessibleText(texts.of("row.select"));
    made.setOnAction(event -> withShown(host::toggle));
    lead.getChildren().add(made);
    return made;
  }

  private void showActions() {
    if (actions != null && shown != null) {
      actions.setResolvable(shown.ticket().status().isActive());
    }
  }

  private Node twoLines() {
    detail.visibleProperty().unbind();
    detail.managedProperty().unbind();
    Nodes.show(detail, true);
    HBox upper = line(subject, grow(), marks, time);
    HBox lower = line(detail, grow(), status, assignee);
    VBox lines = new VBox(upper, lower);
    lines.getStyleClass().add("lines");
    lines.setAlignment(Pos.CENTER_LEFT);
    return lines;
  }

  private Node oneLine() {
    detail.visibleProperty().bind(body.widthProperty().greaterThan(DETAIL_FROM));
    detail.managedProperty().bind(detail.visibleProperty());
    HBox line = line(subject, detail, grow(), marks, status, assignee, time);
    line.getStyleClass().add("single");
    return line;
  }

  private void showDetail(Ticket ticket) {
    String customer = Objects.requireNonNullElse(ticket.customerName(), "");
    String number = Objects.requireNonNullElse(ticket.ticketNumber(), "");
    StringBuilder text = new StringBuilder();
    List<Span> marked = new ArrayList<>();
    if (host.isCompact()) {
      append(Place.CUSTOMER, customer, text, marked);
    } else {
      text.append(LEFT_TO_RIGHT);
      append(Place.CUSTOMER, customer, text, marked);
      text.append(customer.isEmpty() || number.isEmpty() ? "" : BETWEEN);
      append(Place.NUMBER, number, text, marked);
    }
    detail.show(text.toString(), marked);
  }

  private void append(Place place, String more, StringBuilder text, List<Span> marked) {
    for (Span span : host.marks(place, more)) {
      marked.add(new Span(text.length() + span.start(), text.length() + span.end()));
    }
    text.append(more);
  }

  private String spoken(TicketRow row) {
    Ticket ticket = row.ticket();
    return Stream.of(
            host.isChecked(row) ? texts.of("row.selected") : null,
            row.unread() ? texts.of("row.unread") : null,
            ticket.subject(),
            ticket.customerName(),
            Words.of(ticket.status()),
            Words.of(ticket.priority()),
            ticket.assignedToName(),
            row.pending() ? texts.of("row.pending") : null,
            row.attention() ? texts.of("row.attention") : null)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static Instant lastActivity(Ticket ticket) {
    Instant last = ticket.lastMessageAt();
    return last == null ? ticket.createdAt() : last;
  }

  private void withShown(Consumer<TicketRow> what) {
    if (shown != null) {
      what.accept(shown);
    }
  }

  private static HBox line(Node... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Region grow() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static FontIcon icon(String literal, String style) {
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().addAll("dh-icon-small", style);
    return icon;
  }
}
