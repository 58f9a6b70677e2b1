package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;
import io.deskhand.console.conversation.Row.Side;
import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowKind;
import io.deskhand.sync.TicketState.Delivery;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A message: the customer's at the left, ours at the right, a note over the full width. */
final class BubbleCell implements RowKind.Cell<Row> {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
  private static final PseudoClass UNSENT = PseudoClass.getPseudoClass("unsent");

  private static final double GAP = 6;

  private final HBox row = new HBox();
  private final VBox column = new VBox();
  private final Avatar avatar = new Avatar(28);
  private final Label head = new Label();
  private final SelectableText words = new SelectableText();
  private final VBox paper = new VBox(words);
  private final FlowPane files = new FlowPane();
  private final Label foot = new Label();
  private final BubbleActions actions;
  private final When when;
  private final Texts texts;
  private final Links links;
  private final boolean theirs;

  BubbleCell(Side side, BubbleActions actions, When when, Texts texts, Links links) {
    this.when = when;
    this.texts = texts;
    this.links = links;
    this.theirs = side == Side.THEIRS;
    this.actions = actions;
    row.getStyleClass().addAll("bubble-row", side.name().toLowerCase(Locale.ROOT));
    row.setAccessibleRole(AccessibleRole.TEXT);
    column.getStyleClass().add("column");
    head.getStyleClass().addAll("head", "dh-caption");
    paper.getStyleClass().add("paper");
    files.getStyleClass().add("files");
    files.setPrefWrapLength(FileCard.WIDTH * 2 + GAP);
    foot.getStyleClass().addAll("foot", "dh-caption");
    avatar.setMouseTransparent(true);
    if (side == Side.NOTE) {
      head.setGraphic(new FontIcon("fth-lock"));
    }
    column.getChildren().addAll(head, paper, files, foot);
    HBox.setHgrow(column, Priority.ALWAYS);
    if (theirs) {
      row.getChildren().add(avatar);
    }
    row.getChildren().add(column);
    actions.finder().subscribe(words::mark);
    words.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> actions.selecting(words));
  }

  @Override
  public Region node() {
    return row;
  }

  @Override
  public void show(Row shown) {
    Bubble bubble = (Bubble) shown;
    boolean first = bubble.head() != null;
    row.pseudoClassStateChanged(FIRST, first);
    row.pseudoClassStateChanged(PENDING, bubble.delivery() == Delivery.PENDING);
    row.pseudoClassStateChanged(UNSENT, bubble.needsAttention());
    row.setAccessibleText(spoken(bubble));
    show(head, first ? headText(bubble) : null);
    show(foot, bubble.foot());
    foot.setGraphic(bubble.delivery() == Delivery.PENDING ? new FontIcon("fth-clock") : null);
    if (theirs) {
      avatar.setPerson(bubble.sender());
      avatar.setVisible(first);
    }
    Tip.setText(paper, when.full(bubble.at()));
    words.setRuns(MessageText.runs(bubble.body()).stream().map(this::text).toList());
    Nodes.show(paper, !bubble.body().isEmpty());
    files
        .getChildren()
        .setAll(bubble.files().stream().map(it -> new FileCard(it, actions, texts)).toList());
    Nodes.show(files, !bubble.files().isEmpty());
    column.getChildren().setAll(head, paper, files, foot);
    if (bubble.needsAttention()) {
      column.getChildren().add(BubbleTrouble.of(bubble, actions, texts));
    }
  }

  private String headText(Bubble bubble) {
    String plain = String.valueOf(bubble.head());
    return bubble.side() == Side.NOTE ? texts.of("head.note", plain) : plain;
  }

  private String spoken(Bubble bubble) {
    String kind = texts.of("spoken." + bubble.side().name().toLowerCase(Locale.ROOT));
    String end = String.join(" ", List.of(orEmpty(bubble.foot()), orEmpty(bubble.why()))).strip();
    String words =
        bubble.files().isEmpty()
            ? bubble.body()
            : texts.of("files.with", bubble.body(), bubble.files().size());
    return texts.of("spoken", kind, bubble.sender(), when.time(bubble.at()), words, end);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Text text(MessageText.Run run) {
    Text text = new Text(run.text());
    text.getStyleClass().addAll("run", run.style().name().toLowerCase(Locale.ROOT));
    String target = run.target();
    if (target != null) {
      text.setOnMouseClicked(
          event -> {
            if (event.isStillSincePress()) {
              links.open(target);
            }
          });
    }
    return text;
  }

  private static void show(Label label, @Nullable String text) {
    label.setText(text == null ? "" : text);
    Nodes.show(label, text != null);
  }
}
