package io.deskhand.sync;

/** What a listener gets for listening; closing it ends that. Closing twice does no harm. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
