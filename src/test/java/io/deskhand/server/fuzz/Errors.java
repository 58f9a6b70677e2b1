package io.deskhand.server.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What the server's log says of errors, from here on until it is closed. */
final class Errors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int LINES = 12;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  static Errors listen() {
    Errors errors = new Errors();
    errors.start();
    root().addAppender(errors);
    return errors;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  List<String> heard() {
    return heard;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      return;
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    String trace = thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
    heard.add(
        event.getFormattedMessage()
            + trace
                .lines()
                .filter(line -> !line.startsWith("\t") || line.contains("io.deskhand"))
                .limit(LINES)
                .collect(Collectors.joining("\n", "\n", "\n")));
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }
}
