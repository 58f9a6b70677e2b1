package io.deskhand.console.ui;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Words that appear beside something while the mouse rests on it, and that a screen reader gives as
 * help. A tooltip is a window with a scene of its own, so it is made when the mouse first comes: a
 * queue has a hundred of them, and nearly none is ever seen. FX thread only.
 */
public final class Tip {
  private final Node owner;
  private String words = "";
  private @Nullable Tooltip window;

  private Tip(Node owner) {
    this.owner = owner;
    owner.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> attach());
  }

  /**
   * Sets what {@code owner} tells, also from FXML ({@code Tip.text}); null or empty for nothing.
   * What is disabled gets no mouse: its tip belongs to what holds it.
   */
  public static void setText(Node owner, @Nullable String words) {
    Tip tip = (Tip) owner.getProperties().computeIfAbsent(Tip.class, key -> new Tip(owner));
    tip.say(words == null ? "" : words);
  }

  private void say(String next) {
    words = next;
    owner.setAccessibleHelp(next);
    if (window != null) {
      window.setText(next);
      if (next.isEmpty()) {
        Tooltip.uninstall(owner, window);
      }
    }
  }

  private void attach() {
    if (words.isEmpty()) {
      return;
    }
    if (window == null) {
      window = new Tooltip(words);
    }
    Tooltip.install(owner, window);
  }
}
