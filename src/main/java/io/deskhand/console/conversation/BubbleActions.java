package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;
import javafx.beans.value.ObservableValue;

/** What a person can do with a message. FX thread only. */
interface BubbleActions {
  void sendAnyway(Bubble bubble);

  void toDraft(Bubble bubble);

  void discard(Bubble bubble);

  /** What is searched for, to be marked in its words. */
  ObservableValue<Finder> finder();

  /** The person begins to select some of its words. */
  void selecting(SelectableText words);
}
