package io.deskhand.console.ui;

import io.deskhand.model.Status;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A ticket's status: a small tinted chip with a word. FX thread only. */
public final class StatusChip extends Label {
  private Status shown = Status.OPEN;

  public StatusChip() {
    getStyleClass().setAll("label", "status-chip", "dh-caption");
    setMinWidth(USE_PREF_SIZE);
    setStatus(Status.OPEN);
  }

  public void setStatus(Status status) {
    pseudoClassStateChanged(pseudoClass(shown), false);
    shown = status;
    pseudoClassStateChanged(pseudoClass(status), true);
    setText(Words.of(status));
  }

  private static PseudoClass pseudoClass(Status status) {
    return PseudoClass.getPseudoClass(status.wire().replace('_', '-'));
  }
}
