package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;

/** What a person can do with a message. FX thread only. */
interface BubbleActions {
  void sendAnyway(Bubble bubble);

  void toDraft(Bubble bubble);

  void discard(Bubble bubble);

  /** Shows a file in the system's own program for it. */
  void open(FileItem file);

  /** Keeps a file where the person says. */
  void save(FileItem file);

  /** Gives a file's picture to {@code target}, at once or later; never, if it has none. */
  void picture(FileItem file, Consumer<Image> target);

  /** What is searched for, to be marked in its words. */
  ObservableValue<Finder> finder();

  /** The person begins to select some of its words. */
  void selecting(SelectableText words);
}
