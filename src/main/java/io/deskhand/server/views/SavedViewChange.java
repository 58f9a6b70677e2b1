package io.deskhand.server.views;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.SavedView;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.SavedViewRequest;
import io.deskhand.server.sharing.Sharing;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketListRequest;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Validation;
import java.util.UUID;

/** Makes and changes saved views for one person. */
final class SavedViewChange {
  /** The longest value of one parameter, in characters. */
  private static final int VALUE = 2_000;

  private final Tx tx;
  private final Scope who;

  SavedViewChange(Tx tx, Scope who) {
    this.tx = tx;
    this.who = who;
  }

  SavedView create(SavedViewRequest request) {
    check(request);
    UUID id = requireNonNullElseGet(request.id(), tx::newId);
    new Sharing(who).checkNew(tx.views(), id, "view");
    SavedView view =
        new SavedView(
            id,
            requireNonNull(request.name()).strip(),
            requireNonNull(request.query()),
            Boolean.TRUE.equals(request.shared()),
            request.departmentId(),
            who.userId(),
            requireNonNullElse(request.position(), 0),
            null,
            tx.now(),
            tx.now(),
            1);
    tx.views().insert(view);
    return view;
  }

  SavedView patch(SavedView before, JsonNode patch) {
    SavedViewRequest request = MergePatch.apply(asRequest(before), patch, SavedViewRequest.class);
    new Validation().that(before.id().equals(request.id()), "id", "never changes").check();
    check(request);
    SavedView after =
        new SavedView(
            before.id(),
            requireNonNull(request.name()).strip(),
            requireNonNull(request.query()),
            Boolean.TRUE.equals(request.shared()),
            request.departmentId(),
            before.ownerId(),
            requireNonNullElse(request.position(), 0),
            null,
            before.createdAt(),
            tx.now(),
            before.version() + 1);
    tx.views().update(before, after);
    return after;
  }

  private static SavedViewRequest asRequest(SavedView view) {
    return new SavedViewRequest(
        view.id(), view.name(), view.query(), view.shared(), view.departmentId(), view.position());
  }

  private void check(SavedViewRequest request) {
    var query = request.query();
    Validation validation =
        new Validation()
            .required("name", request.name(), Limits.NAME)
            .that(query != null, "query", "is missing");
    if (query != null) {
      query.forEach((name, value) -> validation.optional("query." + name, value, VALUE));
    }
    boolean shared = Boolean.TRUE.equals(request.shared());
    new Sharing(who).check(tx, validation, shared, request.departmentId(), request.position());
    TicketListRequest.saved(Params.of(requireNonNull(query)), who);
  }
}
