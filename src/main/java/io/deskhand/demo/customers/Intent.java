package io.deskhand.demo.customers;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an agent's words ask of the customer, as far as a few key words tell; first match wins. */
enum Intent {
  /** Whether it works now. */
  SOLVED(
      "(does|is|did) (it|that|this|everything) \\w* ?(work|solv|fix|fine|ok|better|help)"
          + "|works? (now|again|for you)|resolved\\?|solved\\?|should (work|be fine|be fixed)"
          + "|(can|could|would) you (please )?(try|check|test)|please (try|check|test|restart)"
          + "|try (it )?(again|once more|now)"),
  /** A picture of it. */
  SCREENSHOT("screen ?shot|picture|photo|what do you see|screen say"),
  /** How to make it happen. */
  STEPS("steps|reproduce|how do you get|what (exactly )?did you do|walk me through"),
  /** The device or the version. */
  VERSION("which (version|device|phone|browser|app|system)|what (version|device|phone|browser)"),
  /** The error's words or number. */
  CODE("error (code|message|text)|exact (error|message|words)|which error|what error"),
  /** Since when or how often. */
  WHEN("since when|when did|how often|how long|what time|at which time|which day"),
  /** A number of a payment, an invoice, an order. */
  NUMBER("reference|transaction (id|number)|invoice number|order number|event id|request id"),
  /** To prove who they are. */
  IDENTITY("last four|last 4|date of birth|verify|identity|your card number"),
  /** Only patience. */
  WAIT(
      "look(ing)? into|checking|i('ll| will) (check|look|ask|be back|get back|write)|one moment"
          + "|a moment|bear with|investigat|passed (it|this|that) on|on it\\b|get back to you"),
  /** Nothing more. */
  BYE("you.re welcome|have a (good|nice|great|lovely)|take care|my pleasure|glad (to|i could)|bye"),
  /** Any other question. */
  QUESTION("\\?"),
  /** Nothing but a greeting. */
  GREETING("^(hi|hello|hey|good (morning|afternoon|evening|day))\\b.{0,60}$"),
  /** Nothing in particular. */
  STATEMENT("");

  private final Pattern marks;

  Intent(String marks) {
    this.marks = Pattern.compile(marks, Pattern.DOTALL);
  }

  /** What {@code text} is about. */
  static Intent of(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    for (Intent intent : values()) {
      if (intent.marks.matcher(plain).find()) {
        return intent;
      }
    }
    return STATEMENT;
  }
}
