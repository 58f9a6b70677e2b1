package io.deskhand.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule or a macro does to a ticket.
 *
 * @param values the new value, the tags, or whom to assign, escalate to or notify
 * @param text the note, the message, the reason or what to do; null where the type needs none
 */
public record RuleAction(Type type, List<String> values, @Nullable String text) {
  public RuleAction {
    values = List.copyOf(values);
  }

  /** What is done. */
  public enum Type implements WireEnum {
    /** By the verb of the ticket's life that leads there. */
    SET_STATUS,
    SET_PRIORITY,
    SET_CATEGORY,
    SET_DEPARTMENT,
    ADD_TAGS,
    REMOVE_TAGS,
    /** To the agent in the values; in a macro also to {@code me}, who applies it. */
    ASSIGN,
    /** To the least busy agent; to nobody where there is none. */
    AUTO_ASSIGN,
    /** With the text as the reason; to the tier in the values, or the next one. */
    ESCALATE,
    /** An internal note. */
    ADD_NOTE,
    /** A task about the ticket, for whoever has it; the text says what. */
    ADD_ACTIVITY,
    /** {@code lead}, {@code assignee} or {@code customer}. */
    NOTIFY
  }
}
