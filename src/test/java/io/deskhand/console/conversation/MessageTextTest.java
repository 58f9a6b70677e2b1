package io.deskhand.console.conversation;

import static io.deskhand.console.conversation.MessageText.Style.CODE;
import static io.deskhand.console.conversation.MessageText.Style.LINK;
import static io.deskhand.console.conversation.MessageText.Style.PLAIN;
import static io.deskhand.console.conversation.MessageText.Style.SOFT;
import static io.deskhand.console.conversation.MessageText.Style.STRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.conversation.MessageText.Run;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
  @Test
  void simpleEmphasisIsDrawn() {
    assertThat(MessageText.runs("It left on *Tuesday* with `88-2041`, _really_."))
        .containsExactly(
            new Run("It left on ", PLAIN, null),
            new Run("Tuesday", STRONG, null),
            new Run(" with ", PLAIN, null),
            new Run("88-2041", CODE, null),
            new Run(", ", PLAIN, null),
            new Run("really", SOFT, null),
            new Run(".", PLAIN, null));
  }

  @Test
  void aLinkEndsBeforeTheSentenceDoes() {
    assertThat(MessageText.runs("See https://help.demo.desk/traces?id=4, or write to a@b.de."))
        .contains(
            new Run(
                "https://help.demo.desk/traces?id=4", LINK, "https://help.demo.desk/traces?id=4"),
            new Run("a@b.de", LINK, "mailto:a@b.de"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 * 3 * 4",
        "snake_case_name",
        "<b>not bold</b> &amp; <script>alert(1)</script>",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "a*b*c",
        "**",
        "_ _",
        ""
      })
  void everythingElseStaysAsItWasWritten(String body) {
    assertThat(MessageText.runs(body)).containsExactly(new Run(body, PLAIN, null));
  }

  @Test
  void noWordIsLost() {
    String body = "- *one*\n- two\n\n`three` four";
    String words = MessageText.runs(body).stream().map(Run::text).collect(Collectors.joining());
    assertThat(words).isEqualTo("- one\n- two\n\nthree four");
  }
}
