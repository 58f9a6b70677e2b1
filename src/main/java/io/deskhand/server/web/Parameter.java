package io.deskhand.server.web;

import io.deskhand.protocol.Limits;

/**
 * A query parameter as the API's description tells it.
 *
 * @param name in camelCase
 * @param type of the value, or of each value of a list
 * @param list whether it may be a comma-separated list
 * @param says what it is for
 */
public record Parameter(String name, Class<?> type, boolean list, String says) {
  /** How long a page is. */
  public static final Parameter LIMIT =
      one(
          "limit",
          Integer.class,
          "How many, 1 to " + Limits.PAGE + "; " + Limits.DEFAULT_PAGE + " where it is left out");

  /** Where to go on in a list. */
  public static final Parameter CURSOR =
      one("cursor", String.class, "The nextCursor of the page before");

  /** Which page of a list, by its number. */
  public static final Parameter PAGE =
      one("page", Integer.class, "From 1; not together with a cursor");

  /** One value. */
  public static Parameter one(String name, Class<?> type, String says) {
    return new Parameter(name, type, false, says);
  }

  /** A value, or several with commas between them. */
  public static Parameter list(String name, Class<?> type, String says) {
    return new Parameter(name, type, true, says);
  }
}
