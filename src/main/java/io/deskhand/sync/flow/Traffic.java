package io.deskhand.sync.flow;

import io.deskhand.sync.SyncHealth;
import java.util.concurrent.atomic.LongAdder;

/** How many bytes went to servers and came from them. Thread-safe. */
public final class Traffic {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();

  /** So many bytes have come. */
  public void received(long bytes) {
    received.add(bytes);
  }

  /** So many bytes have gone. */
  public void sent(long bytes) {
    sent.add(bytes);
  }

  /** What it is up to now. */
  public SyncHealth.Traffic total() {
    return new SyncHealth.Traffic(received.sum(), sent.sum());
  }
}
