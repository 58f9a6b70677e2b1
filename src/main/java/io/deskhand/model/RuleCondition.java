package io.deskhand.model;

import java.util.List;
import java.util.Locale;

/**
 * What must hold for a rule to act.
 *
 * @param values what the field is compared with; several mean any of them; empty where the operator
 *     needs none
 */
public record RuleCondition(Field field, Operator operator, List<String> values) {
  public RuleCondition {
    values = List.copyOf(values);
  }

  /** What of a ticket is looked at; on the wire it is named as in the ticket. */
  public enum Field implements WireEnum {
    STATUS,
    PRIORITY,
    CATEGORY,
    CHANNEL,
    SUBJECT,
    DESCRIPTION,
    TAGS,
    CUSTOMER_ID,
    CUSTOMER_EMAIL,
    ORGANIZATION_ID,
    ORGANIZATION_TIER,
    SUBSCRIPTION_STATUS,
    DEPARTMENT_ID,
    ASSIGNED_TO,
    ESCALATED_TO,
    SATISFACTION,
    MESSAGE_COUNT;

    @Override
    public String wire() {
      String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
      return words.length == 1
          ? words[0]
          : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }

    @Override
    public boolean alsoKnownAs(String wanted) {
      return name().toLowerCase(Locale.ROOT).equals(wanted);
    }
  }

  /** How it is compared; text without regard to case. */
  public enum Operator implements WireEnum {
    IS,
    IS_NOT,
    CONTAINS,
    NOT_CONTAINS,
    AT_LEAST,
    AT_MOST,
    IS_EMPTY,
    IS_NOT_EMPTY,
    /** The verb has changed it. */
    CHANGED;

    /** Whether it compares with values. */
    public boolean needsValues() {
      return this != IS_EMPTY && this != IS_NOT_EMPTY && this != CHANGED;
    }
  }
}
