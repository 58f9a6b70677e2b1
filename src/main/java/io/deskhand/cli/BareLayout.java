package io.deskhand.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;

/**
 * A line of the log without what it is about, so that it may be sent to support: the words as they
 * stand in this program, their places left empty, and of a failure its types and where in the code
 * it was. Another library's words may have been put together before they came here: they are left
 * out. Thread-safe.
 */
final class BareLayout extends LayoutBase<ILoggingEvent> {
  private static final String OURS = "io.deskhand";

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(Instant.ofEpochMilli(event.getTimeStamp())).append(' ').append(event.getLevel());
    line.append(' ').append(event.getLoggerName());
    if (event.getLoggerName().startsWith(OURS)) {
      line.append(' ').append(event.getMessage());
    }
    line.append('\n');
    String prefix = "  ";
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      line.append(prefix).append(cause.getClassName()).append('\n');
      frames(line, cause);
      prefix = "  caused by ";
    }
    return line.toString();
  }

  private static void frames(StringBuilder line, IThrowableProxy cause) {
    StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
    for (int i = 0; i < frames.length - cause.getCommonFrames(); i++) {
      line.append("    ").append(frames[i].getSTEAsString()).append('\n');
    }
  }
}
