package io.deskhand.server.people;

import io.deskhand.protocol.Limits;
import io.deskhand.server.web.Validation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fields of an agent may be. */
final class AgentFields {
  private static final int HIGHEST_TIER = 3;
  private static final int MOST_CAPACITY = 1_000;

  private AgentFields() {}

  static void check(
      Validation validation,
      @Nullable String phone,
      @Nullable Integer tier,
      @Nullable Integer capacity,
      @Nullable List<String> skills) {
    validation
        .optional("phone", phone, Limits.NAME)
        .range("tier", tier, 1, HIGHEST_TIER)
        .range("capacity", capacity, 0, MOST_CAPACITY)
        .texts("skills", skills, Limits.TAGS, Limits.NAME);
  }
}
