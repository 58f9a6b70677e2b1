package io.deskhand.console.conversation;

import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, between two and ten lines. FX thread only. */
public final class GrowingTextArea extends TextArea {
  private static final int LEAST_LINES = 2;
  private static final int MOST_LINES = 10;
  private static final double SIDES = 28;
  private static final double ABOVE_AND_BELOW = 18;

  private final Text measure = new Text();

  public GrowingTextArea() {
    setWrapText(true);
    measure.fontProperty().bind(fontProperty());
    textProperty().subscribe(text -> grow());
    widthProperty().subscribe(width -> grow());
    fontProperty().subscribe(font -> grow());
  }

  private void grow() {
    double line = heightOf("X");
    double wanted = Math.clamp(heightOf(getText()), line * LEAST_LINES, line * MOST_LINES);
    double height = Math.ceil(wanted + ABOVE_AND_BELOW);
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private double heightOf(String text) {
    measure.setWrappingWidth(Math.max(1, getWidth() - SIDES));
    measure.setText(text.endsWith("\n") || text.isEmpty() ? text + "X" : text);
    return measure.getLayoutBounds().getHeight();
  }
}
