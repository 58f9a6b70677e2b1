package io.deskhand.sync.outbox;

import io.deskhand.sync.cache.StoredIntent;

/** Where the words of messages go that are refused for good. */
public interface WordKeeper {
  /**
   * Makes the words and files of a message its ticket's draft, unless there is one. What becomes of
   * the message is on disk together with that draft.
   *
   * @param returned the message as it is then
   * @return false if there is a draft, and nothing was changed
   */
  boolean giveBack(StoredIntent returned);
}
