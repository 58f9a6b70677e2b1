package io.deskhand.server.macros;

import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Organization;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.View;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places in a reply that are filled in: {@code {{customer.firstName}}}, or, with what stands
 * there if nothing is known, {@code {{customer.firstName|there}}}.
 */
final class Placeholders {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*([A-Za-z.]+)\\s*(?:\\|([^{}]*))?}}");
  private static final Map<String, Function<Facts, @Nullable String>> KNOWN = known();

  private Placeholders() {}

  /** What a reply can be filled in with. */
  private record Facts(View view, Ticket ticket, Actor actor) {
    @Nullable String customer() {
      String name = ticket.customerName();
      if (name != null || ticket.customerId() == null) {
        return name;
      }
      return view.customers().find(ticket.customerId()).map(Customer::name).orElse(null);
    }

    @Nullable String organization() {
      return Optional.ofNullable(ticket.organizationId())
          .flatMap(view.organizations()::find)
          .map(Organization::name)
          .orElse(null);
    }

    @Nullable String department() {
      return Optional.ofNullable(ticket.departmentId())
          .flatMap(view.departments()::find)
          .map(Department::name)
          .orElse(null);
    }
  }

  private static Map<String, Function<Facts, @Nullable String>> known() {
    Map<String, Function<Facts, @Nullable String>> known = new TreeMap<>();
    known.put("ticket.number", facts -> facts.ticket().ticketNumber());
    known.put("ticket.subject", facts -> facts.ticket().subject());
    known.put("ticket.status", facts -> facts.ticket().status().wire());
    known.put("ticket.priority", facts -> facts.ticket().priority().wire());
    known.put("customer.name", Facts::customer);
    known.put("customer.firstName", facts -> first(facts.customer()));
    known.put("agent.name", facts -> facts.actor().name());
    known.put("agent.firstName", facts -> first(facts.actor().name()));
    known.put("organization.name", Facts::organization);
    known.put("department.name", Facts::department);
    return known;
  }

  private static @Nullable String first(@Nullable String name) {
    return name == null ? null : name.strip().split("\\s+", 2)[0];
  }

  /** The first placeholder of {@code body} that nobody knows; empty if all are known. */
  static Optional<String> unknown(String body) {
    return PLACE
        .matcher(body)
        .results()
        .map(place -> place.group(1))
        .filter(name -> !KNOWN.containsKey(name))
        .findFirst();
  }

  /** Their names. */
  static String names() {
    return String.join(", ", KNOWN.keySet());
  }

  /** {@code body} for a ticket; what is filled in is not looked into for more places. */
  static String fill(String body, View view, Ticket ticket, Actor actor) {
    Facts facts = new Facts(view, ticket, actor);
    return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(value(facts, place)));
  }

  private static String value(Facts facts, MatchResult place) {
    Function<Facts, @Nullable String> source = KNOWN.get(place.group(1));
    String value = source == null ? place.group() : source.apply(facts);
    if (value != null && !value.isBlank()) {
      return value;
    }
    String otherwise = place.group(2);
    return otherwise == null ? "" : otherwise;
  }
}
