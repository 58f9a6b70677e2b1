package io.deskhand.server.store;

import io.deskhand.model.Customer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who ask for support. */
public interface CustomerReads {
  Optional<Customer> find(UUID id);

  /** By e-mail, in any case. */
  Optional<Customer> findByEmail(String email);

  /**
   * Those whose e-mail address, phone number or name is {@code text}, however it is spelled, at
   * most {@code limit}, by id.
   */
  List<Customer> findExactly(String text, int limit);

  /**
   * The {@code limit} first after {@code after} (null: of all), by id.
   *
   * @param organizationId theirs; null for any
   */
  List<Customer> page(@Nullable UUID organizationId, @Nullable UUID after, int limit);

  long count(@Nullable UUID organizationId);
}
