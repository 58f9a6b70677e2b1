package io.deskhand.console.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Something that can be done by key, from the palette, and by a button.
 *
 * @param id stable, such as {@code ticket.resolve}
 * @param title for a person, in the imperative
 * @param group the heading in the palette and on the keyboard map
 * @param icon a Feather icon literal, such as {@code fth-check}
 * @param keys the keys that run it; the first is the one that is shown
 * @param refusal why it cannot be run now, in words; an empty text if it can
 * @param action what it does, on the FX thread
 */
public record Command(
    String id,
    String title,
    String group,
    String icon,
    List<Shortcut> keys,
    ObservableValue<String> refusal,
    Runnable action) {

  public Command {
    keys = List.copyOf(keys);
  }

  /** A command that can always be run. */
  public static Command always(
      String id, String title, String group, String icon, List<Shortcut> keys, Runnable action) {
    return new Command(
        id, title, group, icon, keys, new ReadOnlyStringWrapper("").getReadOnlyProperty(), action);
  }

  /** Whether it can be run now. */
  public boolean isAllowed() {
    String why = refusal.getValue();
    return why == null || why.isEmpty();
  }
}
