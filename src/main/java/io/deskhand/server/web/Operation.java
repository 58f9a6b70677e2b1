package io.deskhand.server.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route does, as the API's description tells it.
 *
 * @param says what it does, in a sentence
 * @param status of its success
 * @param gives the record that it answers with; null for no body
 * @param embeds what {@code include} adds to the answer, by name
 * @param takes the record that its body is; null for no body
 * @param media the type of the body that is no JSON; null for none
 * @param parameters of its query
 * @param versioned whether it heeds If-Match
 */
public record Operation(
    String says,
    int status,
    @Nullable Class<?> gives,
    Map<String, Class<?>> embeds,
    @Nullable Class<?> takes,
    @Nullable String media,
    List<Parameter> parameters,
    boolean versioned) {

  /** Answers 200 with {@code type}. */
  public static Operation gives(Class<?> type, String says) {
    return gives(200, type, says);
  }

  /** Answers {@code status} with {@code type}. */
  public static Operation gives(int status, Class<?> type, String says) {
    return new Operation(says, status, type, Map.of(), null, null, List.of(), false);
  }

  /** Answers {@code status} with what is not JSON, or with nothing. */
  public static Operation gives(int status, String says) {
    return new Operation(says, status, null, Map.of(), null, null, List.of(), false);
  }

  /** With {@code type} as its body. */
  public Operation takes(Class<?> type) {
    return new Operation(says, status, gives, embeds, type, media, parameters, versioned);
  }

  /** With a body of bytes, or a form with a file, also where it takes JSON. */
  public Operation takes(String mediaType) {
    return new Operation(says, status, gives, embeds, takes, mediaType, parameters, versioned);
  }

  /** With {@code more} in its query. */
  public Operation with(List<Parameter> more) {
    return new Operation(says, status, gives, embeds, takes, media, List.copyOf(more), versioned);
  }

  /** With {@code more} in its query. */
  public Operation with(Parameter... more) {
    return with(List.of(more));
  }

  /** With things that {@code include} puts into the answer. */
  public Operation embedding(Map<String, Class<?>> types) {
    return new Operation(
        says, status, gives, Map.copyOf(types), takes, media, parameters, versioned);
  }

  /** With If-Match, the version that the write is based on. */
  public Operation onVersion() {
    return new Operation(says, status, gives, embeds, takes, media, parameters, true);
  }
}
