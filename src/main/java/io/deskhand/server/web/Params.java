package io.deskhand.server.web;

import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem.FieldError;
import io.deskhand.protocol.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query, read one by one; what is wrong with them is collected until {@link
 * #check}. Lists are comma-separated or repeated.
 */
public final class Params {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  /** Parameters under their names, however those are spelled. */
  public Params(Map<String, List<String>> given) {
    given.forEach(
        (name, texts) ->
            values.computeIfAbsent(Json.camelCase(name), key -> new ArrayList<>()).addAll(texts));
  }

  /** Parameters that are each given once. */
  public static Params of(Map<String, String> given) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    given.forEach((name, text) -> texts.put(name, List.of(text)));
    return new Params(texts);
  }

  /** The text of a parameter; null if it is not there or blank. */
  public @Nullable String text(String name) {
    List<String> texts = all(name);
    if (texts.size() > 1) {
      wrong(name, "given more than once");
    }
    return texts.isEmpty() || texts.getFirst().isBlank() ? null : texts.getFirst().strip();
  }

  /** The texts of a list, in the order given. */
  public Set<String> texts(String name) {
    Set<String> texts = new LinkedHashSet<>();
    for (String text : all(name)) {
      Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(t -> !t.isEmpty())
          .forEach(texts::add);
    }
    return texts;
  }

  /** The values of a list of names. */
  public <E extends Enum<E> & WireEnum> Set<E> names(String name, Class<E> type) {
    Set<E> found = new LinkedHashSet<>();
    for (String text : texts(name)) {
      WireEnum.parse(type, text)
          .ifPresentOrElse(found::add, () -> wrong(name, "unknown value " + text));
    }
    return found;
  }

  /** {@code true} or {@code false}; null if it is not there. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    wrong(name, "must be true or false");
    return null;
  }

  /** An id; null if it is not there. */
  public @Nullable UUID id(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    UUID id = Exchange.parseId(text);
    if (id == null) {
      wrong(name, "not a UUID");
    }
    return id;
  }

  /** A moment (RFC 3339) or the begin of a day (UTC); null if it is not there. */
  public @Nullable Instant time(String name) {
    return time(name, false);
  }

  /** The first moment after what is named: after a moment's millisecond, or after a day. */
  public @Nullable Instant after(String name) {
    return time(name, true);
  }

  private @Nullable Instant time(String name, boolean after) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.indexOf('T') < 0) {
        LocalDate day = WireTime.parseDay(text);
        return day.plusDays(after ? 1 : 0).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      Instant time = WireTime.parse(text);
      return after ? time.plusMillis(1) : time;
    } catch (DateTimeException e) {
      wrong(name, "neither an RFC 3339 time nor a date");
      return null;
    }
  }

  /** A number from {@code least} to {@code most}; {@code otherwise} if it is not there. */
  public int number(String name, int least, int most, int otherwise) {
    return Math.toIntExact(bigNumber(name, least, most, otherwise));
  }

  /** The same for large numbers. */
  public long bigNumber(String name, long least, long most, long otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      wrong(name, "not a whole number");
      return otherwise;
    }
    wrong(name, "must be from " + least + " to " + most);
    return otherwise;
  }

  /** Whether a parameter is there, blank or not. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Notes that a parameter is wrong. */
  public void wrong(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /**
   * Ends the reading.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} if something was
   *     wrong, or a parameter is there that nobody asked for
   */
  public void check() {
    values.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> wrong(name, "unknown parameter; known are " + known()));
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }

  private String known() {
    return asked.isEmpty() ? "none" : String.join(", ", asked);
  }

  private List<String> all(String name) {
    asked.add(name);
    List<String> texts = values.getOrDefault(name, List.of());
    if (texts.stream().anyMatch(NoNul::isIn)) {
      wrong(name, NoNul.MESSAGE);
      return List.of();
    }
    return texts;
  }
}
