package io.deskhand.server.customers;

import io.deskhand.protocol.Limits;
import io.deskhand.server.web.Cursors;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list by id. */
record IdPage<T>(List<T> rows, @Nullable String nextCursor) {

  private record Place(UUID id) {}

  /** Which page: {@code limit} rows after the one with the id {@code after}. */
  record Request(int limit, @Nullable UUID after) {
    /** The parameters that are read. */
    static final List<Parameter> PARAMETERS = List.of(Parameter.LIMIT, Parameter.CURSOR);

    /** Reads the parameters of a page, after those of the list itself, and ends the reading. */
    static Request read(Params params) {
      int limit = params.number("limit", 1, Limits.PAGE, Limits.DEFAULT_PAGE);
      String cursor = params.text("cursor");
      params.check();
      return new Request(limit, cursor == null ? null : place(cursor));
    }

    private static UUID place(String cursor) {
      UUID id = Cursors.read(cursor, Place.class).id();
      if (id == null) {
        throw Problems.invalid("cursor", "not a cursor of this list");
      }
      return id;
    }

    /** How many rows to look for: one more tells whether there is a next page. */
    int wanted() {
      return limit + 1;
    }

    <T> IdPage<T> page(List<T> found, Function<T, UUID> id) {
      if (found.size() <= limit) {
        return new IdPage<>(found, null);
      }
      List<T> rows = found.subList(0, limit);
      return new IdPage<>(rows, Cursors.write(new Place(id.apply(rows.getLast()))));
    }
  }
}
