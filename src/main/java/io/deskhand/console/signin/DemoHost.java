package io.deskhand.console.signin;

import io.deskhand.model.Role;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Starts a backend with a demo desk inside this program. Implemented where the program begins. */
@FunctionalInterface
public interface DemoHost {
  /**
   * Starts it, or answers the address of the one that runs already. Completes once it accepts
   * connections; fails with the reason in the exception's message. Never blocks.
   *
   * @param progress told how far it is, on any thread
   */
  CompletionStage<URI> start(Consumer<DemoProgress> progress);

  /** Who can sign in there. */
  default List<Person> people() {
    return List.of(
        new Person("Ada", "ada@demo.desk", Role.ADMIN, 0),
        new Person("Lea", "lea@demo.desk", Role.LEAD, 0),
        new Person("Max", "max@demo.desk", Role.AGENT, 1),
        new Person("Ines", "ines@demo.desk", Role.AGENT, 2),
        new Person("Omar", "omar@demo.desk", Role.AGENT, 3));
  }

  /** The password of all of them. */
  default String password() {
    return "demo";
  }

  /** Somebody of the demo desk; {@code tier} 0: of no tier. */
  record Person(String name, String email, Role role, int tier) {}
}
