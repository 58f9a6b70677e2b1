package io.deskhand;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test during which any thread died of an exception. Registered for every test. */
public final class NoSilentFailures implements BeforeEachCallback, AfterEachCallback {
  private static final ConcurrentLinkedQueue<Throwable> FAILURES = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    FAILURES.clear();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> record(thread, failure));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Throwable> failures = new ArrayList<>(FAILURES);
    FAILURES.clear();
    if (!failures.isEmpty()) {
      AssertionError error = new AssertionError("a thread failed during this test");
      failures.forEach(error::addSuppressed);
      throw error;
    }
  }

  /** Takes back what was recorded, for the test of this extension itself. */
  static List<Throwable> take() {
    List<Throwable> failures = new ArrayList<>(FAILURES);
    FAILURES.clear();
    return failures;
  }

  private static void record(Thread thread, Throwable failure) {
    FAILURES.add(new AssertionError("uncaught in thread " + thread.getName(), failure));
  }
}
