package io.deskhand.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  /** OWASP's password storage cheat sheet: at least 19 MiB, two iterations, one lane. */
  @Test
  void hashesTakeWhatOwaspAsksFor() {
    assertThat(passwords.hash("demo")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void aHashIsOfItsPasswordAlone() {
    String hash = passwords.hash("demo");
    assertThat(passwords.matches("demo", hash)).isTrue();
    assertThat(passwords.matches("demo ", hash)).isFalse();
    assertThat(passwords.hash("demo")).isNotEqualTo(hash);
  }

  @Test
  void nobodyHasNoPassword() {
    assertThat(passwords.matches("nobody has this password", null)).isFalse();
  }
}
