package io.deskhand.server.auth;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Role;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SetupRequest;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StaffMember;
import io.deskhand.server.web.Validation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new desk's first admin and departments, for whoever has the token that the server
 * printed.
 */
final class Setup {
  private static final int TOKEN_BYTES = 16;
  private static final int CAPACITY = 20;
  private final Ledger ledger;
  private final Passwords passwords;
  private final Optional<String> token;

  Setup(Ledger ledger, Passwords passwords) {
    this.ledger = ledger;
    this.passwords = passwords;
    this.token =
        ledger.read(view -> view.accounts().isUnstaffed())
            ? Optional.of(newToken())
            : Optional.empty();
  }

  /** The token; empty if the desk has its people. */
  Optional<String> token() {
    return token;
  }

  /** Makes the admin; the token is worth nothing afterwards. */
  Account run(SetupRequest request) {
    if (token.isEmpty() || !same(token.get(), request.token())) {
      throw ProblemException.of(ErrorCode.INVALID_CREDENTIALS, "The set-up token is wrong");
    }
    String name = text(request.name());
    String email = text(request.email());
    String password = request.password() == null ? "" : request.password();
    check(name, email, password);
    String hash = passwords.hash(password);
    return ledger.write(
        tx -> {
          if (!tx.accounts().isUnstaffed()) {
            throw ProblemException.of(ErrorCode.CONFLICT, "This desk is set up already");
          }
          Agent admin = admin(tx.newId(), name, email);
          tx.staff().insert(new StaffMember(admin, Set.of(), hash));
          NewDesk.furnish(tx);
          return tx.accounts().find(admin.id()).orElseThrow();
        });
  }

  private static Agent admin(UUID id, String name, String email) {
    return new Agent(
        id, name, email, null, null, 3, Role.ADMIN, AgentStatus.AWAY, CAPACITY, 0, List.of(), 1);
  }

  private static void check(String name, String email, String password) {
    Validation validation =
        new Validation()
            .required("name", name, Limits.NAME)
            .required("email", email, Limits.NAME)
            .email("email", email);
    NewPassword.check(validation, password);
    validation.check();
  }

  private static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
