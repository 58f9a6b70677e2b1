package io.deskhand.demo.stock;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The values of one ticket's {@code {slots}}: the same slot has the same value all through its
 * conversation, a slot with a plus ({@code {ref+}}) a new one each time. Not thread-safe.
 */
public final class Slots {
  private final Map<String, String> values = new HashMap<>();
  private final SlotValues source;
  private final RandomGenerator random;

  /** Slots whose values come from {@code source} when they are first used. */
  public Slots(SlotValues source, RandomGenerator random) {
    this.source = source;
    this.random = random;
  }

  /** Gives a slot a value, from now on. */
  public Slots set(String name, String value) {
    values.put(name, value);
    return this;
  }

  /**
   * {@code template} with every slot filled.
   *
   * @throws IllegalStateException if it has a slot that nobody knows
   */
  public String fill(String template) {
    int open = template.indexOf('{');
    if (open < 0) {
      return template;
    }
    StringBuilder text = new StringBuilder(template.length() + 32);
    int from = 0;
    while (open >= 0) {
      int close = template.indexOf('}', open);
      text.append(template, from, open).append(value(template.substring(open + 1, close)));
      from = close + 1;
      open = template.indexOf('{', from);
    }
    return text.append(template, from, template.length()).toString();
  }

  private String value(String slot) {
    if (slot.endsWith("+")) {
      return source.make(slot.substring(0, slot.length() - 1), this, random);
    }
    String known = values.get(slot);
    if (known == null) {
      known = source.make(slot, this, random);
      values.put(slot, known);
    }
    return known;
  }

  /** The value of another slot. */
  String get(String slot) {
    return value(slot);
  }
}
