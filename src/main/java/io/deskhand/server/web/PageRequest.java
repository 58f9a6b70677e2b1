package io.deskhand.server.web;

import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Position;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a list that is read from its newest end: {@code limit} rows before a place. */
public record PageRequest(int limit, @Nullable Position before) {
  /** What {@link #read} reads. */
  public static final List<Parameter> PARAMETERS = List.of(Parameter.LIMIT, Parameter.CURSOR);

  /**
   * Reads {@code limit} and {@code cursor}.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed}
   */
  public static PageRequest read(Params params) {
    int limit = params.number("limit", 1, Limits.PAGE, Limits.DEFAULT_PAGE);
    String cursor = params.text("cursor");
    params.check();
    return new PageRequest(limit, cursor == null ? null : place(cursor));
  }

  /** How many rows to look for: one more tells whether there is another page. */
  public int wanted() {
    return limit + 1;
  }

  /** One page, and the cursor to what is older; null if there is nothing. */
  public record Part<T>(List<T> rows, @Nullable String nextCursor) {}

  /** The page of {@link #wanted} rows that were found, newest first. */
  public <T> Part<T> newestFirst(List<T> found, Function<T, Position> place) {
    if (found.size() <= limit) {
      return new Part<>(found, null);
    }
    List<T> rows = found.subList(0, limit);
    return new Part<>(rows, Cursors.write(place.apply(rows.getLast())));
  }

  /** The same of rows that were found newest last. */
  public <T> Part<T> newestLast(List<T> found, Function<T, Position> place) {
    if (found.size() <= limit) {
      return new Part<>(found, null);
    }
    List<T> rows = found.subList(found.size() - limit, found.size());
    return new Part<>(rows, Cursors.write(place.apply(rows.getFirst())));
  }

  private static Position place(String cursor) {
    Position place = Cursors.read(cursor, Position.class);
    if (place.at() == null || place.id() == null) {
      throw Problems.invalid("cursor", "not a cursor of this list");
    }
    return place;
  }
}
