package io.deskhand.server.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL database is and who opens it. Its text form names the database and nothing
 * secret.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/NAME} with options, but without user and password
 * @param user null for the one that runs this program
 * @param password null for none
 */
public record DatabaseUrl(String url, @Nullable String user, @Nullable String password) {
  private static final String SCHEME = "jdbc:postgresql:";

  /**
   * Reads a URL, whose {@code user} and {@code password} options come before those given.
   *
   * @throws IllegalArgumentException if it is not one of PostgreSQL's; the message does not repeat
   *     it, since it may hold a password
   */
  public static DatabaseUrl parse(String text, @Nullable String user, @Nullable String password) {
    if (!text.startsWith(SCHEME) || text.contains("@") || Driver.parseURL(text, null) == null) {
      throw new IllegalArgumentException(
          "a database is jdbc:postgresql://HOST:PORT/NAME, with ?user=… where it needs one");
    }
    int options = text.indexOf('?');
    if (options < 0) {
      return new DatabaseUrl(text, user, password);
    }
    String namedUser = user;
    String namedPassword = password;
    List<String> others = new ArrayList<>();
    for (String option : text.substring(options + 1).split("&")) {
      if (option.startsWith("user=")) {
        namedUser = value(option);
      } else if (option.startsWith("password=")) {
        namedPassword = value(option);
      } else if (!option.isEmpty()) {
        others.add(option);
      }
    }
    String base = text.substring(0, options);
    String url = others.isEmpty() ? base : base + "?" + String.join("&", others);
    return new DatabaseUrl(url, namedUser, namedPassword);
  }

  private static String value(String option) {
    return URLDecoder.decode(option.substring(option.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }
}
