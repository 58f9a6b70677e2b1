package io.deskhand.server.auth;

import io.deskhand.protocol.Limits;
import io.deskhand.server.web.Validation;
import org.jspecify.annotations.Nullable;

/** What a password that somebody chooses must be like. */
public final class NewPassword {
  private static final int SHORTEST = 8;

  private NewPassword() {}

  /** Checks the field {@code password}. */
  public static void check(Validation validation, @Nullable String password) {
    validation
        .required("password", password, Limits.NAME)
        .that(
            password == null || password.length() >= SHORTEST,
            "password",
            "must have at least " + SHORTEST + " characters");
  }
}
