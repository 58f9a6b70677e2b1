package io.deskhand.console.ui;

import java.time.Duration;

/** Does things later, on the FX thread; tests give one whose time they advance. FX thread only. */
public interface Delays {
  /** Runs {@code action} once {@code delay} has passed. */
  Pending after(Duration delay, Runnable action);

  /** Something that is to be done later. */
  interface Pending {
    /** Takes it back; does nothing once it is done. */
    void cancel();
  }
}
