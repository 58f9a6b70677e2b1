package io.deskhand.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the program writes what it does: a server to standard error, a console to its profile. */
final class Logs {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} %mdc%msg%n";
  private static final String MAX_SIZE = "5MB";
  private static final String BARE_SIZE = "1MB";
  private static final int KEPT = 3;

  private Logs() {}

  /** How a line is written. */
  enum Format {
    TEXT,
    JSON
  }

  static void toStandardError() {
    toStandardError(Format.TEXT, false);
  }

  static void toStandardError(Format format, boolean requests) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget("System.err");
    begin(appender, format);
    if (requests) {
      context().getLogger("io.deskhand.access").setLevel(Level.DEBUG);
    }
  }

  /** Writes to {@code file}, and to {@code bare} the same lines without what they are about. */
  static void toFile(Path file, Path bare) {
    begin(rolling(file, MAX_SIZE), Format.TEXT);
    RollingFileAppender<ILoggingEvent> second = rolling(bare, BARE_SIZE);
    BareLayout layout = new BareLayout();
    layout.setContext(context());
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context());
    encoder.setLayout(layout);
    encoder.start();
    add(second, encoder);
  }

  private static RollingFileAppender<ILoggingEvent> rolling(Path file, String most) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setFile(file.toString());
    appender.setContext(context());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context());
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMaxIndex(KEPT);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context());
    size.setMaxFileSize(FileSize.valueOf(most));
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    return appender;
  }

  private static void begin(OutputStreamAppender<ILoggingEvent> appender, Format format) {
    LoggerContext context = context();
    context.reset();
    Encoder<ILoggingEvent> encoder = format == Format.JSON ? json() : text();
    encoder.setContext(context);
    encoder.start();
    add(appender, encoder);
    quieten(context);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static void add(
      OutputStreamAppender<ILoggingEvent> appender, Encoder<ILoggingEvent> encoder) {
    appender.setContext(context());
    appender.setEncoder(encoder);
    appender.start();
    context().getLogger("ROOT").addAppender(appender);
  }

  private static Encoder<ILoggingEvent> text() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(LINE);
    return encoder;
  }

  /** The message as it reads, without its parts once more. */
  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static void quieten(LoggerContext context) {
    context.getLogger("ROOT").setLevel(Level.WARN);
    context.getLogger("io.deskhand").setLevel(Level.INFO);
    // JavaFX warns that it is on the class path: see src/docs/decisions.md, 8.
    context.getLogger("javafx").setLevel(Level.ERROR);
    // It warns at each start that vectors, which nothing here uses, could be faster.
    context.getLogger("org.apache.lucene").setLevel(Level.ERROR);
    // It tells at length what it throws as well, and that is told in one line.
    context.getLogger("org.flywaydb.core.internal.jdbc").setLevel(Level.OFF);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
