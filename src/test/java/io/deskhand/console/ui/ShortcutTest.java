package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutTest {
  @Test
  void aPlainCharacterIsMatchedByWhatIsTypedNotByWhereItsKeyIs() {
    Shortcut help = Shortcut.of("?");

    assertThat(help.matches(typed("?"))).isTrue();
    assertThat(help.matches(typed("ß"))).isFalse();
    assertThat(help.worksWhileTyping()).isFalse();
  }

  @Test
  void withControlItIsMatchedByTheKey() {
    Shortcut palette = Shortcut.of("Ctrl+K");

    assertThat(palette.matches(pressed(KeyCode.K, true, false))).isTrue();
    assertThat(palette.matches(pressed(KeyCode.K, true, true))).isFalse();
    assertThat(palette.matches(pressed(KeyCode.K, false, false))).isFalse();
    assertThat(palette.worksWhileTyping()).isTrue();
  }

  @Test
  void namedKeysWorkByTheirName() {
    assertThat(Shortcut.of("Esc").matches(pressed(KeyCode.ESCAPE, false, false))).isTrue();
    assertThat(Shortcut.of("Ctrl+Enter").matches(pressed(KeyCode.ENTER, true, false))).isTrue();
  }

  @Test
  void itIsPrintedAsItIsRead() {
    assertThat(Shortcut.of("Ctrl+Shift+L").label()).endsWith("L");
    assertThat(Shortcut.of("J").label()).isEqualTo("J");
  }

  private static KeyEvent typed(String character) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
  }

  private static KeyEvent pressed(KeyCode code, boolean control, boolean shift) {
    boolean mac = System.getProperty("os.name").contains("Mac");
    return new KeyEvent(
        KeyEvent.KEY_PRESSED, "", "", code, shift, control && !mac, false, control && mac);
  }
}
