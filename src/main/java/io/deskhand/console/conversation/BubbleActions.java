package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;

/** What a person can do with a message. FX thread only. */
interface BubbleActions {
  void sendAnyway(Bubble bubble);

  void toDraft(Bubble bubble);

  void discard(Bubble bubble);

  /** The person begins to select some of its words. */
  void selecting(SelectableText words);
}
