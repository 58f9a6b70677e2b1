package io.deskhand.server.web;

import io.deskhand.protocol.Limits;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list that is short enough to be read whole: a numbered page, or what comes after
 * a place in it.
 */
public record ListSlice(int limit, int page, @Nullable Place after) {
  private static final int LAST_PAGE = 1_000_000;

  /** What {@link #read} reads. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.one(
              "limit",
              Integer.class,
              "How many, 1 to " + Limits.PAGE + ", which it is where it is left out"),
          Parameter.PAGE,
          Parameter.CURSOR);

  /**
   * A place in a list: the key of the last thing, and how many came up to it, to go on from where
   * that one is gone meanwhile.
   */
  record Place(String key, int passed) {}

  /** A part of a list, the size of the whole, and where to go on; null at its end. */
  public record Part<T>(List<T> rows, long total, @Nullable String nextCursor) {}

  /**
   * Reads {@code limit}, {@code page} and {@code cursor}, after the list's own parameters, and ends
   * the reading.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed}
   */
  public static ListSlice read(Params params) {
    int limit = params.number("limit", 1, Limits.PAGE, Limits.PAGE);
    int page = params.number("page", 1, LAST_PAGE, 1);
    String cursor = params.text("cursor");
    if (cursor != null && params.has("page")) {
      params.wrong("page", "give a page or a cursor, not both");
    }
    params.check();
    return new ListSlice(limit, page, cursor == null ? null : place(cursor));
  }

  private static Place place(String cursor) {
    Place place = Cursors.read(cursor, Place.class);
    if (place.key() == null || place.passed() < 0) {
      throw Problems.invalid("cursor", "not a cursor of this list");
    }
    return place;
  }

  /** This part of {@code all}, whose things have an id each. */
  public <T> Part<T> of(List<T> all, Function<T, UUID> id) {
    return ofKeys(all, thing -> id.apply(thing).toString());
  }

  /** This part of {@code all}, whose things have a key each. */
  public <T> Part<T> ofKeys(List<T> all, Function<T, String> key) {
    int from = (int) Math.min(begin(all, key), all.size());
    int to = Math.min(from + limit, all.size());
    String next = to < all.size() ? Cursors.write(new Place(key.apply(all.get(to - 1)), to)) : null;
    return new Part<>(List.copyOf(all.subList(from, to)), all.size(), next);
  }

  private <T> long begin(List<T> all, Function<T, String> key) {
    if (after == null) {
      return (page - 1L) * limit;
    }
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(after.key())) {
        return i + 1L;
      }
    }
    // What it was is gone: what came after it has moved up to its place.
    return Math.max(0, after.passed() - 1L);
  }
}
