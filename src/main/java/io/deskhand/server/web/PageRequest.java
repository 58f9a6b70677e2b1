package io.deskhand.server.web;

import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Position;
import java.util.List;
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

  /** The cursor that leads to what is before {@code place}. */
  public static String cursor(Position place) {
    return Cursors.write(place);
  }

  private static Position place(String cursor) {
    Position place = Cursors.read(cursor, Position.class);
    if (place.at() == null || place.id() == null) {
      throw Problems.invalid("cursor", "not a cursor of this list");
    }
    return place;
  }
}
