package io.deskhand.sync.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent saw when they wanted something.
 *
 * @param version of the confirmed ticket; 0 if it was not there
 * @param confirmed the fields that the intent sets, as the server had them; a field without value
 *     is missing
 * @param shown the same fields as the screen showed them, earlier intents included
 * @param messages how many messages the ticket had, for a reply
 * @param round how often the server has answered that the ticket is not what it was thought to be;
 *     each time the intent is another request, with another key
 */
public record IntentBase(
    long version,
    @Nullable Map<String, JsonNode> confirmed,
    @Nullable Map<String, JsonNode> shown,
    int messages,
    int round) {
  public static final IntentBase NOTHING = new IntentBase(0, null, null, 0, 0);

  /** The same with another number of messages seen. */
  public IntentBase withMessages(int seen) {
    return new IntentBase(version, confirmed, shown, seen, round);
  }

  /** The same for another request. */
  public IntentBase nextRound() {
    return new IntentBase(version, confirmed, shown, messages, round + 1);
  }
}
