package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything there is to know about a ticket, in sections; what is not known is left out. */
final class Facts {
  private final Texts texts;
  private final When when;
  private final Desk desk;

  Facts(Desk desk, When when, Texts texts) {
    this.desk = desk;
    this.when = when;
    this.texts = texts;
  }

  /** Some facts under a heading. */
  record Section(String title, List<Fact> facts) {}

  /** One fact; {@code wide}: a text of several lines. */
  record Fact(String label, String value, boolean wide) {}

  List<Section> of(Ticket ticket) {
    return List.of(request(ticket), customer(ticket), work(ticket), times(ticket), end(ticket))
        .stream()
        .filter(section -> !section.facts().isEmpty())
        .toList();
  }

  /** A category's label; its key while the list of categories is not here. */
  String category(String key) {
    return desk.categories().get().stream()
        .filter(category -> category.key().equals(key))
        .map(Category::label)
        .findFirst()
        .orElse(key);
  }

  private Section request(Ticket ticket) {
    List<Fact> facts = new ArrayList<>();
    wide(facts, "description", ticket.description());
    add(facts, "number", ticket.ticketNumber());
    add(facts, "category", category(ticket.category()));
    add(facts, "channel", Words.of(ticket.channel()));
    add(facts, "tags", ticket.tags().isEmpty() ? null : String.join(", ", ticket.tags()));
    return new Section(texts.of("facts.request"), facts);
  }

  private Section customer(Ticket ticket) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "name", ticket.customerName());
    add(facts, "email", ticket.customerEmail());
    add(facts, "phone", ticket.customerPhone());
    return new Section(texts.of("facts.customer"), facts);
  }

  private Section work(Ticket ticket) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "status", Words.of(ticket.status()));
    add(facts, "priority", Words.of(ticket.priority()));
    add(facts, "assignee", ticket.assignedToName());
    add(facts, "escalated", ticket.escalatedToName());
    add(facts, "department", department(ticket));
    add(facts, "messages", texts.of("facts.count", ticket.messageCount()));
    return new Section(texts.of("facts.work"), facts);
  }

  private Section times(Ticket ticket) {
    List<Fact> facts = new ArrayList<>();
    time(facts, "created", ticket.createdAt());
    time(facts, "firstResponse", ticket.firstResponseAt());
    time(facts, "due", ticket.dueAt());
    time(facts, "lastMessage", ticket.lastMessageAt());
    time(facts, "updated", ticket.updatedAt());
    time(facts, "resolved", ticket.resolvedAt());
    time(facts, "closed", ticket.closedAt());
    return new Section(texts.of("facts.times"), facts);
  }

  private Section end(Ticket ticket) {
    List<Fact> facts = new ArrayList<>();
    wide(facts, "resolution", ticket.resolution());
    Integer score = ticket.satisfaction();
    add(facts, "satisfaction", score == null ? null : texts.of("facts.score", score));
    wide(facts, "comment", ticket.satisfactionComment());
    return new Section(texts.of("facts.end"), facts);
  }

  private @Nullable String department(Ticket ticket) {
    return desk.departments().get().stream()
        .filter(department -> department.id().equals(ticket.departmentId()))
        .map(Department::name)
        .findFirst()
        .orElse(null);
  }

  private void time(List<Fact> facts, String key, @Nullable Instant moment) {
    add(facts, key, moment == null ? null : when.full(moment));
  }

  private void add(List<Fact> facts, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(texts.of("fact." + key), value, false));
    }
  }

  private void wide(List<Fact> facts, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(texts.of("fact." + key), value, true));
    }
  }
}
