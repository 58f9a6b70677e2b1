package io.deskhand.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the notifications of one channel, on a connection of its own that it renews by itself. */
final class NotifyListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyListener.class);
  private static final long PAUSE_MILLIS = 1_000;

  /** How long a dead connection may go unnoticed; a close does not wait for it. */
  private static final int LOOK_MILLIS = 10_000;

  private static final PGNotification[] NOTHING = {};

  private final PostgresEngine engine;
  private final String channel;
  private final Consumer<String> onWord;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile @Nullable Connection connection;

  NotifyListener(PostgresEngine engine, String channel, Consumer<String> onWord) {
    this.engine = engine;
    this.channel = channel;
    this.onWord = onWord;
  }

  /**
   * @param onBack called whenever it begins to listen, for what was said meanwhile
   */
  void start(Runnable onBack) {
    thread = Thread.ofPlatform().name("notify-listener").daemon().start(() -> run(onBack));
  }

  private void run(Runnable onBack) {
    boolean stopped = false;
    while (!stopped) {
      try {
        listen(onBack);
        stopped = closed.getCount() == 0;
      } catch (SQLException e) {
        stopped = pause(e);
      }
    }
  }

  private void listen(Runnable onBack) throws SQLException {
    try (Connection opened = engine.connect()) {
      connection = opened;
      try (Statement statement = opened.createStatement()) {
        statement.execute("LISTEN " + channel);
      }
      onBack.run();
      PGConnection words = opened.unwrap(PGConnection.class);
      while (closed.getCount() > 0) {
        PGNotification[] heard = words.getNotifications(LOOK_MILLIS);
        for (PGNotification word : heard == null ? NOTHING : heard) {
          onWord.accept(word.getParameter());
        }
      }
    }
  }

  /** Waits before the next attempt; true if there is to be none. */
  private boolean pause(SQLException failure) {
    if (closed.getCount() > 0) {
      LOG.warn("Cannot hear the other servers; it is tried again", failure);
    }
    try {
      return closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    Connection open = connection;
    try {
      if (open != null) {
        open.abort(Runnable::run);
      }
      if (thread != null) {
        thread.join();
      }
    } catch (SQLException e) {
      LOG.warn("The listening connection could not be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
