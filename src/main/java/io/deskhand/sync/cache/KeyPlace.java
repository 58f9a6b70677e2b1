package io.deskhand.sync.cache;

/** Where the key of a profile lives, for the settings to say honestly. */
public enum KeyPlace {
  /** In the operating system's keychain: only this user, unlocked, can read it. */
  KEYCHAIN,
  /**
   * In a file beside the data, readable by its owner only. Protects against other users of the
   * machine, not against somebody who takes the whole folder.
   */
  FILE
}
