package io.deskhand.console.conversation;

import io.deskhand.console.ui.Span;
import java.text.BreakIterator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Some runs of text, of which a part can be selected and copied. FX thread only. */
final class SelectableText extends Region {
  private static final int WORD = 2;

  private final TextFlow flow = new TextFlow();
  private final Path found = new Path();
  private final Path highlight = new Path();
  private Finder finder = Finder.NOTHING;
  private String text = "";
  private int anchor;
  private int start;
  private int end;

  SelectableText() {
    getStyleClass().add("words");
    flow.getStyleClass().add("flow");
    highlight.getStyleClass().add("highlight");
    highlight.setManaged(false);
    found.getStyleClass().add("found");
    found.setManaged(false);
    getChildren().addAll(found, highlight, flow);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
  }

  void setRuns(List<Text> runs) {
    clear();
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.getText()));
    text = all.toString();
    flow.getChildren().setAll(runs);
  }

  /** Marks what {@code next} finds, in these runs and all that come. */
  void mark(Finder next) {
    finder = next;
    requestLayout();
  }

  /** All of it. */
  String text() {
    return text;
  }

  /** The part that is selected; empty for none. */
  String selected() {
    return text.substring(start, end);
  }

  void clear() {
    select(0, 0);
  }

  /** Puts what is selected on the clipboard, or all of it if nothing is. */
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(start == end ? text : selected());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Selects from one position to another. */
  void select(int from, int to) {
    start = Math.clamp(Math.min(from, to), 0, text.length());
    end = Math.clamp(Math.max(from, to), 0, text.length());
    if (start == end) {
      highlight.getElements().clear();
    } else {
      highlight.getElements().setAll(flow.getRangeShape(start, end, true));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(flow.prefWidth(-1)) + 1;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    select(start, end);
    found.getElements().clear();
    for (Span span : finder.in(text)) {
      found.getElements().addAll(flow.getRangeShape(span.start(), span.end(), true));
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    anchor = position(event);
    if (event.getClickCount() == WORD) {
      selectWord(anchor);
    } else if (event.getClickCount() > WORD) {
      select(0, text.length());
    } else {
      clear();
    }
  }

  private void dragged(MouseEvent event) {
    if (event.isPrimaryButtonDown()) {
      select(anchor, position(event));
      event.consume();
    }
  }

  private void selectWord(int position) {
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(text);
    int after = words.following(Math.min(position, Math.max(0, text.length() - 1)));
    int before = words.previous();
    if (after != BreakIterator.DONE && before != BreakIterator.DONE) {
      select(before, after);
    }
  }

  private int position(MouseEvent event) {
    HitInfo hit = flow.getHitInfo(flow.sceneToLocal(event.getSceneX(), event.getSceneY()));
    return hit.getInsertionIndex();
  }

  /** What it is drawn with, for those who look for a run of it. */
  List<Node> runs() {
    return flow.getChildren();
  }
}
