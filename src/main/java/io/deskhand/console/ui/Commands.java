package io.deskhand.console.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Every command of the window. Features add theirs when they are attached and take them away when
 * they are detached; keys, palette and keyboard map all read from here. FX thread only.
 */
public final class Commands {
  private final List<Command> commands = new ArrayList<>();

  /** Takes back what was added. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** Adds commands, in the order in which palette and keyboard map show them. */
  public Registration add(List<Command> more) {
    List<Command> added = List.copyOf(more);
    commands.addAll(added);
    return () -> commands.removeAll(added);
  }

  /** All that are here now. */
  public List<Command> all() {
    return List.copyOf(commands);
  }

  /** The command of that id, if it is here. */
  public Optional<Command> find(String id) {
    return commands.stream().filter(command -> command.id().equals(id)).findFirst();
  }

  /** Runs a command if it is here and allowed; says whether it did. */
  public boolean run(String id) {
    Optional<Command> command = find(id).filter(Command::isAllowed);
    command.ifPresent(allowed -> allowed.action().run());
    return command.isPresent();
  }

  /** Makes the keys work in a scene. A key that a focused control has used does nothing here. */
  public void install(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> dispatch(scene, event));
    scene.addEventHandler(KeyEvent.KEY_TYPED, event -> dispatch(scene, event));
  }

  private void dispatch(Scene scene, KeyEvent event) {
    boolean typing = isTextEdited(scene.getFocusOwner());
    for (Command command : commands) {
      boolean wanted =
          command.keys().stream()
              .anyMatch(key -> (key.worksWhileTyping() || !typing) && key.matches(event));
      if (wanted && command.isAllowed()) {
        event.consume();
        command.action().run();
        return;
      }
    }
  }

  private static boolean isTextEdited(Node focused) {
    return (focused instanceof TextInputControl input && input.isEditable())
        || (focused instanceof ComboBoxBase<?> box && box.isEditable());
  }
}
