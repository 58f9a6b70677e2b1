package io.deskhand.server.macros;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Macro;
import io.deskhand.model.RuleAction;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MacroRequest;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.server.automation.ActionCheck;
import io.deskhand.server.sharing.Sharing;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes macros for one person. */
final class MacroChange {
  private final Tx tx;
  private final Scope who;

  MacroChange(Tx tx, Scope who) {
    this.tx = tx;
    this.who = who;
  }

  Macro create(MacroRequest request) {
    List<RuleAction> actions = check(request);
    UUID id = requireNonNullElseGet(request.id(), tx::newId);
    new Sharing(who).checkNew(tx.macros(), id, "macro");
    Macro macro =
        new Macro(
            id,
            requireNonNull(request.name()).strip(),
            request.body(),
            Boolean.TRUE.equals(request.internal()),
            actions,
            Boolean.TRUE.equals(request.shared()),
            request.departmentId(),
            who.userId(),
            requireNonNullElse(request.position(), 0),
            tx.now(),
            tx.now(),
            1);
    tx.macros().insert(macro);
    return macro;
  }

  Macro patch(Macro before, JsonNode patch) {
    MacroRequest request = MergePatch.apply(asRequest(before), patch, MacroRequest.class);
    new Validation().that(before.id().equals(request.id()), "id", "never changes").check();
    List<RuleAction> actions = check(request);
    Macro after =
        new Macro(
            before.id(),
            requireNonNull(request.name()).strip(),
            request.body(),
            Boolean.TRUE.equals(request.internal()),
            actions,
            Boolean.TRUE.equals(request.shared()),
            request.departmentId(),
            before.ownerId(),
            requireNonNullElse(request.position(), 0),
            before.createdAt(),
            tx.now(),
            before.version() + 1);
    tx.macros().update(before, after);
    return after;
  }

  private static MacroRequest asRequest(Macro macro) {
    return new MacroRequest(
        macro.id(),
        macro.name(),
        macro.body(),
        macro.internal(),
        macro.actions().stream()
            .map(one -> new RuleRequest.Action(one.type(), one.values(), one.text()))
            .toList(),
        macro.shared(),
        macro.departmentId(),
        macro.position());
  }

  private List<RuleAction> check(MacroRequest request) {
    String body = request.body();
    List<RuleRequest.Action> wanted = requireNonNullElse(request.actions(), List.of());
    Validation validation =
        new Validation()
            .required("name", request.name(), Limits.NAME)
            .that(
                (body != null && !body.isBlank()) || (body == null && !wanted.isEmpty()),
                "body",
                "give a body, or actions, or both")
            .optional("body", body, Limits.TEXT);
    checkPlaces(validation, body);
    List<RuleAction> actions = new ActionCheck(tx, validation, true).all(wanted);
    boolean shared = Boolean.TRUE.equals(request.shared());
    new Sharing(who).check(tx, validation, shared, request.departmentId(), request.position());
    return actions;
  }

  private static void checkPlaces(Validation validation, @Nullable String body) {
    Optional<String> unknown = body == null ? Optional.empty() : Placeholders.unknown(body);
    validation.that(
        unknown.isEmpty(),
        "body",
        "unknown placeholder " + unknown.orElse("") + "; known are " + Placeholders.names());
  }
}
