package io.deskhand.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.HistoryEntry;
import io.deskhand.protocol.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history as text for other programs, oldest first. */
final class HistoryExport {
  private static final String NEW_LINE = "\r\n";
  private static final String FORMULA = "=+-@\t\r";

  private HistoryExport() {}

  /** What a file is written as. */
  enum Format {
    CSV,
    JSON
  }

  static String of(List<HistoryEntry> entries, Format format) {
    return format == Format.CSV ? csv(entries) : json(entries);
  }

  /** One line for each changed field, so that a table can be filtered by it (RFC 4180). */
  static String csv(List<HistoryEntry> entries) {
    Stream<String> lines = entries.stream().flatMap(HistoryExport::lines);
    return Stream.concat(Stream.of("timestamp,action,performed_by,details,field,from,to"), lines)
        .collect(Collectors.joining(NEW_LINE, "", NEW_LINE));
  }

  static String json(List<HistoryEntry> entries) {
    JsonNode tree = Json.tree(entries);
    return tree.toPrettyString() + "\n";
  }

  private static Stream<String> lines(HistoryEntry entry) {
    String head =
        Stream.of(
                entry.timestamp().toString(),
                entry.action().wire(),
                entry.performedByName(),
                entry.details())
            .map(HistoryExport::cell)
            .collect(Collectors.joining(","));
    if (entry.changes().isEmpty()) {
      return Stream.of(head + ",,,");
    }
    return entry.changes().stream()
        .map(
            change ->
                head
                    + ","
                    + cell(change.field())
                    + ","
                    + cell(change.from())
                    + ","
                    + cell(change.to()));
  }

  /** A leading sign would be read as a formula: such a cell begins with an apostrophe. */
  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.matches("(?s).*[\",\r\n].*");
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
