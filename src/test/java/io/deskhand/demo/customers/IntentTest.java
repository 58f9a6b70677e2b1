package io.deskhand.demo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOLVED     | Could you try again now?",
        "SOLVED     | I've reset it. Does it work now?",
        "SOLVED     | Is it fixed on your side?",
        "SCREENSHOT | Could you send me a screenshot of the page?",
        "STEPS      | What are the steps to reproduce this?",
        "VERSION    | Which version of the app do you use?",
        "CODE       | What is the exact error message?",
        "WHEN       | Since when does this happen?",
        "NUMBER     | Can I have the transaction id?",
        "IDENTITY   | To verify you, what are the last four digits of your card?",
        "WAIT       | Thanks, I'm looking into it.",
        "WAIT       | One moment please, I’ll check with a colleague.",
        "BYE        | You're welcome, have a nice day!",
        "QUESTION   | Is the account shared with somebody?",
        "GREETING   | Hi Cora, Max here.",
        "STATEMENT  | The refund was sent to your old card.",
      })
  void tellsWhatAnAgentWants(Intent intent, String text) {
    assertThat(Intent.of(text)).isEqualTo(intent);
  }
}
