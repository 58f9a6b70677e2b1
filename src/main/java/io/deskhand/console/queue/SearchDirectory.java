package io.deskhand.console.queue;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The names that a search may use for people, departments and categories. */
record SearchDirectory(
    Supplier<List<Agent>> agents,
    Supplier<List<Department>> departments,
    Supplier<List<Category>> categories) {

  /** The agent whose name, or the part of the e-mail before the @, begins so. */
  Optional<Agent> agent(String text) {
    return agents.get().stream()
        .filter(agent -> begins(agent.name(), text) || begins(agent.email(), text))
        .findFirst();
  }

  Optional<Department> department(String text) {
    return departments.get().stream()
        .filter(department -> begins(department.name(), text))
        .findFirst();
  }

  /** The category with this key or label. */
  Optional<Category> category(String text) {
    return categories.get().stream()
        .filter(category -> category.key().equalsIgnoreCase(text) || begins(category.label(), text))
        .findFirst();
  }

  private static boolean begins(String name, String text) {
    return !text.isEmpty()
        && name.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
  }
}
