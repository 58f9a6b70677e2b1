package io.deskhand.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does to a ticket.
 *
 * @param values the new value, the tags, or whom to assign, escalate to or notify
 * @param text the note, the message or the reason; null where the type needs none
 */
public record RuleAction(Type type, List<String> values, @Nullable String text) {
  public RuleAction {
    values = List.copyOf(values);
  }

  /** What is done. */
  public enum Type implements WireEnum {
    SET_PRIORITY,
    SET_CATEGORY,
    SET_DEPARTMENT,
    ADD_TAGS,
    REMOVE_TAGS,
    /** To the agent in the values. */
    ASSIGN,
    /** To the least busy agent; to nobody where there is none. */
    AUTO_ASSIGN,
    /** With the text as the reason; to the tier in the values, or the next one. */
    ESCALATE,
    /** An internal note. */
    ADD_NOTE,
    /** {@code lead}, {@code assignee} or {@code customer}. */
    NOTIFY
  }
}
