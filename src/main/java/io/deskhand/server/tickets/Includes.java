package io.deskhand.server.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Params;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a ticket together with what it refers to, as far as {@code include} asks for it. */
final class Includes {
  private static final Set<String> KNOWN = Set.of("requester", "assignee", "organization", "deal");

  private Includes() {}

  /** What to include. */
  static Set<String> read(Params params) {
    Set<String> wanted = params.texts("include");
    wanted.stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> params.wrong("include", "unknown value " + name));
    params.check();
    return wanted;
  }

  static Object of(View view, Ticket ticket, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return ticket;
    }
    ObjectNode answer = (ObjectNode) Json.tree(ticket);
    if (wanted.contains("requester")) {
      put(answer, "requester", find(ticket.customerId(), view.customers()::find));
    }
    if (wanted.contains("assignee")) {
      put(answer, "assignee", find(ticket.assignedTo(), view.staff()::find));
    }
    if (wanted.contains("organization")) {
      put(answer, "organization", find(ticket.organizationId(), view.organizations()::find));
    }
    if (wanted.contains("deal")) {
      put(answer, "deal", find(ticket.dealId(), view.deals()::find));
    }
    return answer;
  }

  private interface Finder<T> {
    Optional<T> find(UUID id);
  }

  private static <T> Optional<T> find(@Nullable UUID id, Finder<T> finder) {
    return id == null ? Optional.empty() : finder.find(id);
  }

  private static void put(ObjectNode answer, String name, Optional<?> value) {
    value.ifPresent(found -> answer.set(name, Json.tree(found)));
  }
}
