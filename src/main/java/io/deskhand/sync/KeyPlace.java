package io.deskhand.sync;

/** Where the key of a profile lives, for the settings to say honestly. */
public enum KeyPlace {
  /** In the operating system's keychain: only this user, unlocked, can read it. */
  KEYCHAIN,
  /**
   * Nowhere but in memory. Beside the files it is locked with the person's password, which is asked
   * for at each start.
   */
  PASSWORD,
  /**
   * In a file beside the data, readable by its owner only, as an earlier version left it: until the
   * next time somebody signs in.
   */
  FILE
}
