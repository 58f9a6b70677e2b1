package io.deskhand.console.signin;

import io.deskhand.model.Role;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Starts a backend with a demo desk inside this program. Implemented where the program begins. */
public interface DemoHost {
  /**
   * Starts it, or answers the address of the one that runs already. Completes once it accepts
   * connections; fails with the reason in the exception's message. Never blocks.
   *
   * @param progress told how far it is, on any thread
   */
  CompletionStage<URI> start(Consumer<DemoProgress> progress);

  /** Who can sign in there. */
  List<Person> people();

  /** The password of all of them. */
  String password();

  /** Somebody of the demo desk; {@code tier} 0: of no tier. */
  record Person(String name, String email, Role role, int tier) {}
}
