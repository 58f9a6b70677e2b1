package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void userAndPasswordAreTakenOutOfTheUrlAndTheOtherOptionsStay() {
    DatabaseUrl database =
        DatabaseUrl.parse(
            "jdbc:postgresql://db:5432/desk?user=ada&sslmode=require&password=a%26b%20c",
            "other", null);
    assertThat(database.url()).isEqualTo("jdbc:postgresql://db:5432/desk?sslmode=require");
    assertThat(database.user()).isEqualTo("ada");
    assertThat(database.password()).isEqualTo("a&b c");
    assertThat(database).hasToString("jdbc:postgresql://db:5432/desk");
  }

  @Test
  void whatTheUrlDoesNotSayIsGivenBesideIt() {
    DatabaseUrl database = DatabaseUrl.parse("jdbc:postgresql://db/desk", "ada", "secret");
    assertThat(database).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/desk", "ada", "secret"));
    assertThat(database.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "jdbc:h2:mem:desk",
        "postgresql://db/desk",
        "jdbc:postgresql://ada:secret@db/desk",
        "jdbc:postgresql://db:port/desk?password=secret"
      })
  void whatIsNoUrlOfPostgresIsRefusedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseUrl.parse(text, null, null))
        .withMessageNotContaining("secret");
  }
}
