package io.deskhand.server.store;

/** The store's own end of the signals: tells the other servers that the log has grown. */
interface SignalLine extends Signals, AutoCloseable {
  /**
   * Begins to send and to listen.
   *
   * @param onLogGrew called when another server has committed, or may have
   */
  void start(Runnable onLogGrew);

  /** Tells the others that there is something new in the log; returns at once. */
  void logGrew();

  @Override
  void close();
}
