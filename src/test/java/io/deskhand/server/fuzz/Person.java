package io.deskhand.server.fuzz;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends requests.
 *
 * @param token null for who has not signed in
 * @param hidden words that no answer to them and no event of theirs may have
 */
record Person(String name, @Nullable String token, Set<String> hidden) {
  Person signedIn(String newToken) {
    return new Person(name, newToken, hidden);
  }
}
