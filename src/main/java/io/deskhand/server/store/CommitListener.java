package io.deskhand.server.store;

/** Hears of commits, in order of seq, on one thread. */
@FunctionalInterface
public interface CommitListener {
  /** A transaction that changed something. */
  void committed(Commit commit);

  /**
   * There is nothing more to hear right now, or there was much since this was called last: the
   * place for what many commits can share.
   */
  default void paused() {}
}
