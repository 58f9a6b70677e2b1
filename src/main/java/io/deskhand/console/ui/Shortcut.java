package io.deskhand.console.ui;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key of the keyboard map. A plain one is matched by the character that is typed, so that it is
 * the same on every layout; one with Ctrl (Command on macOS) by the key.
 *
 * @param control with Ctrl, or Command on macOS
 * @param shift with Shift; for a plain character it is part of the character, and false
 * @param key a character such as {@code J} or {@code ?}, or the name of a key such as {@code Enter}
 */
public record Shortcut(boolean control, boolean shift, String key) {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  /** Reads {@code "Ctrl+Shift+L"}, {@code "Ctrl+Enter"}, {@code "?"}, {@code "E"}. */
  public static Shortcut of(String text) {
    String rest = text;
    boolean control = rest.startsWith("Ctrl+");
    rest = control ? rest.substring("Ctrl+".length()) : rest;
    boolean shift = rest.startsWith("Shift+");
    rest = shift ? rest.substring("Shift+".length()) : rest;
    return new Shortcut(control, shift, rest);
  }

  /** Whether it acts while text is edited: single characters do not. */
  public boolean worksWhileTyping() {
    return control || key.length() > 1;
  }

  /** Whether {@code event}, a KEY_PRESSED or KEY_TYPED, is this key. */
  public boolean matches(KeyEvent event) {
    boolean plainCharacter = !control && key.length() == 1;
    if (plainCharacter) {
      return event.getEventType() == KeyEvent.KEY_TYPED
          && !event.isShortcutDown()
          && !event.isAltDown()
          && event.getCharacter().equalsIgnoreCase(key);
    }
    return event.getEventType() == KeyEvent.KEY_PRESSED
        && event.isShortcutDown() == control
        && event.isShiftDown() == shift
        && !event.isAltDown()
        && isKey(event.getCode());
  }

  /** As it is printed beside a command: {@code Ctrl K}, or with the signs of macOS. */
  public String label() {
    String before = (control ? (MAC ? "⌘" : "Ctrl ") : "") + (shift ? (MAC ? "⇧" : "Shift ") : "");
    return before + key;
  }

  private boolean isKey(KeyCode code) {
    return code.getName().equalsIgnoreCase(key) || code.getChar().equals(key);
  }
}
