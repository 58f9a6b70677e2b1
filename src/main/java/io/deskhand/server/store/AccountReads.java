package io.deskhand.server.store;

import java.util.Optional;
import java.util.UUID;

/** Who may sign in: the staff, and customers with a login. */
public interface AccountReads {
  Optional<Account> find(UUID id);

  /** By e-mail in any case; where a member of the staff and a customer share it, the former. */
  Optional<Account> findByEmail(String email);

  /** Whether the sign-in {@code family} has been neither ended nor revoked. */
  boolean isSignedIn(UUID family);

  /** Whether nobody of the staff is there yet. */
  boolean isUnstaffed();
}
