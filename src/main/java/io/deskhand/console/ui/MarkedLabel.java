package io.deskhand.console.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * A label with some pieces of its text on another ground; what an ellipsis hides is not marked. FX
 * thread only.
 */
public final class MarkedLabel extends Region {
  private static final char ELLIPSIS = '…';
  private final Label label = new Label();
  private final Path marks = new Path();
  private List<Span> spans = List.of();

  /**
   * @param styles style classes of the label
   */
  public MarkedLabel(String... styles) {
    label.getStyleClass().addAll(styles);
    marks.getStyleClass().add("found");
    marks.setManaged(false);
    getChildren().addAll(marks, label);
  }

  /** Shows a text; {@code marked} are pieces of it, in order. */
  public void show(String text, List<Span> marked) {
    label.setText(text);
    if (!spans.equals(marked)) {
      spans = List.copyOf(marked);
      requestLayout();
    }
  }

  /** What is marked now. */
  public List<Span> spans() {
    return spans;
  }

  @Override
  protected double computeMinWidth(double height) {
    return label.minWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return label.prefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return label.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return label.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    label.resizeRelocate(0, 0, getWidth(), getHeight());
    marks.getElements().clear();
    if (!spans.isEmpty()) {
      label.layout();
      Node drawn = label.lookup(".text");
      if (drawn instanceof Text text) {
        mark(text);
      }
    }
  }

  private void mark(Text drawn) {
    String shown = drawn.getText();
    boolean cut = shown.length() < label.getText().length();
    int most = cut ? Math.max(0, shown.lastIndexOf(ELLIPSIS)) : shown.length();
    for (Span span : spans) {
      int end = Math.min(span.end(), most);
      if (span.start() < end) {
        marks.getElements().addAll(drawn.rangeShape(span.start(), end));
      }
    }
    marks.setLayoutX(drawn.getLayoutX());
    marks.setLayoutY(drawn.getLayoutY());
  }
}
