package io.deskhand.server.jobs;

import io.deskhand.model.Role;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a bulk request must be before any ticket is touched. */
final class BulkRules {
  private static final int HIGHEST_TIER = 3;

  /** The fields of each verb; the others have no business in its request. */
  private static final Map<Job.Kind, Set<String>> FIELDS =
      Map.of(
          Job.Kind.ASSIGN, Set.of("agentId", "auto"),
          Job.Kind.RESOLVE, Set.of("resolution"),
          Job.Kind.STATUS, Set.of("status"),
          Job.Kind.NOTIFY, Set.of("message", "to"),
          Job.Kind.ESCALATE, Set.of("reason", "agentId", "departmentId", "tier"));

  private BulkRules() {}

  /**
   * @throws io.deskhand.protocol.ProblemException with {@code forbidden} if {@code role} may not
   *     work in bulk
   */
  static void checkRole(Role role) {
    if (!role.isLead()) {
      throw Problems.forbidden("Only leads and admins work on many tickets at once");
    }
  }

  /**
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed}
   */
  static void checkFields(Job.Kind kind, BulkRequest request) {
    Validation validation = new Validation();
    checkTickets(validation, request);
    Set<String> foreign = new HashSet<>();
    Json.tree(request).fieldNames().forEachRemaining(foreign::add);
    foreign.removeAll(Set.of("ticketIds", "query"));
    foreign.removeAll(FIELDS.get(kind));
    foreign.forEach(field -> validation.that(false, field, "does not belong to " + kind.wire()));
    checkVerb(validation, kind, request);
    validation.check();
  }

  private static void checkTickets(Validation validation, BulkRequest request) {
    List<UUID> ids = request.ticketIds();
    validation.that(
        (ids == null) != (request.query() == null),
        "ticketIds",
        "give ticketIds or a query, and not both");
    if (ids != null) {
      validation
          .that(!ids.isEmpty(), "ticketIds", "must not be empty")
          .that(ids.size() <= Limits.BULK_IDS, "ticketIds", "must be at most " + Limits.BULK_IDS);
    }
    if (request.query() != null) {
      request
          .query()
          .forEach((name, value) -> validation.that(value != null, "query." + name, "is missing"));
    }
  }

  private static void checkVerb(Validation validation, Job.Kind kind, BulkRequest request) {
    switch (kind) {
      case ASSIGN ->
          validation.that(
              Boolean.TRUE.equals(request.auto()) != (request.agentId() != null),
              "agentId",
              "give an agent, or auto, and not both");
      case RESOLVE -> validation.optional("resolution", request.resolution(), Limits.TEXT);
      case STATUS -> validation.that(request.status() != null, "status", "is missing");
      case NOTIFY -> validation.required("message", request.message(), Limits.TEXT);
      case ESCALATE -> checkEscalation(validation, request);
      case UNDO -> throw new IllegalArgumentException("an undo is not asked for like this");
    }
  }

  private static void checkEscalation(Validation validation, BulkRequest request) {
    long targets =
        Stream.of(request.agentId(), request.departmentId(), request.tier())
            .filter(Objects::nonNull)
            .count();
    validation
        .required("reason", request.reason(), Limits.TEXT)
        .range("tier", request.tier(), 1, HIGHEST_TIER)
        .that(targets <= 1, "agentId", "give one of agentId, departmentId and tier");
  }
}
