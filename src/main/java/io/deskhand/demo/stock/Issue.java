package io.deskhand.demo.stock;

import java.util.List;
import java.util.Map;

/**
 * Something that customers come with, told from its subject to its end, so that a conversation made
 * of one issue hangs together. Texts have {@code {slots}}, see {@link Slots}.
 *
 * @param category the key of the ticket's category
 * @param language en, de, es or fr
 * @param business whether only members of an organization have it
 * @param lines what is said, by {@link Part}; every part but {@link Part#NOTE} and {@link
 *     Part#QUICK} is there
 */
public record Issue(
    String name,
    String category,
    String language,
    boolean business,
    List<String> tags,
    Map<Part, List<String>> lines) {
  /** Who says what about it. */
  public enum Part {
    /** The ticket's subject. */
    SUBJECT,
    /** The description, as one would write it into a form. */
    ABOUT,
    /** How the customer tells it. */
    OPEN,
    /** What the agent wants to know. */
    ASK,
    /** What the customer answers to that. */
    ANSWER,
    /** How the agent solves it after that. */
    FIX,
    /** How the agent solves it without having to ask. */
    QUICK,
    /** The resolution. */
    DONE,
    /** What an agent notes for colleagues. */
    NOTE
  }

  public Issue {
    tags = List.copyOf(tags);
    lines = Map.copyOf(lines);
  }

  /** The texts of {@code part}; empty if there are none. */
  public List<String> of(Part part) {
    return lines.getOrDefault(part, List.of());
  }
}
