package io.deskhand.console.bind;

import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Texts;
import io.deskhand.sync.SyncException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;

/** What the sync layer's exceptions mean to a person. */
public final class Failures {
  private static final Texts TEXTS = Texts.of(Failures.class);

  private Failures() {}

  /** The failure to show for {@code problem}, whatever stage it has come through. */
  public static Failure of(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    StringWriter details = new StringWriter();
    cause.printStackTrace(new PrintWriter(details));
    SyncException known =
        cause instanceof SyncException sync
            ? sync
            : new SyncException(SyncException.Reason.INTERNAL, String.valueOf(cause.getMessage()));
    String reason = known.reason().name().toLowerCase(java.util.Locale.ROOT);
    return new Failure(
        TEXTS.of(reason + ".title"),
        TEXTS.of(reason + ".message", String.valueOf(known.getMessage())),
        known.code(),
        details.toString());
  }
}
