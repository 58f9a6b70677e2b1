package io.deskhand.server.people;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Role;
import io.deskhand.protocol.CreateAgent;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.auth.NewPassword;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.StaffMember;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes new agents. */
final class AgentCreating {
  private static final int CAPACITY = 20;
  private final Tx tx;
  private final Actor actor;

  AgentCreating(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  Agent create(CreateAgent request, @Nullable String passwordHash) {
    check(request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    String email = Objects.requireNonNull(request.email()).strip();
    if (tx.accounts().find(id).isPresent() || tx.staff().findByEmail(email).isPresent()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "There is somebody with this e-mail or id already");
    }
    Agent agent =
        new Agent(
            id,
            Objects.requireNonNull(request.name()).strip(),
            email,
            request.phone(),
            request.departmentId(),
            Objects.requireNonNullElse(request.tier(), 1),
            Objects.requireNonNullElse(request.role(), Role.AGENT),
            AgentStatus.AWAY,
            Objects.requireNonNullElse(request.capacity(), CAPACITY),
            0,
            Objects.requireNonNullElse(request.skills(), List.of()),
            1);
    List<UUID> leads = Objects.requireNonNullElse(request.leads(), List.of());
    tx.staff().insert(new StaffMember(agent, new HashSet<>(leads), passwordHash));
    tx.event(Events.DESK_CHANGED, null, actor.id());
    return agent;
  }

  private void check(CreateAgent request) {
    Validation validation =
        new Validation()
            .required("name", request.name(), Limits.NAME)
            .required("email", request.email(), Limits.NAME)
            .email("email", request.email())
            .that(request.role() != Role.CUSTOMER, "role", "must be agent, lead or admin");
    NewPassword.check(validation, request.password());
    AgentFields.check(
        validation, request.phone(), request.tier(), request.capacity(), request.skills());
    department(validation, "departmentId", request.departmentId());
    List<UUID> leads = Objects.requireNonNullElse(request.leads(), List.of());
    for (int i = 0; i < leads.size(); i++) {
      department(validation, "leads[" + i + "]", leads.get(i));
    }
    validation.check();
  }

  private void department(Validation validation, String field, @Nullable UUID id) {
    validation.that(
        id == null || tx.departments().find(id).isPresent(), field, "no such department");
  }
}
