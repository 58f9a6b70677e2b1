package io.deskhand.server.app;

import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.tls.ServerTls;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server guards itself.
 *
 * @param tls its certificate; null for plain HTTP
 * @param origins the origins of web pages that may use it, such as {@code https://desk.example}
 * @param keys where the keys of its data are
 * @param requestsPerSecond what one person may ask in the long run, at least 1
 */
public record SecurityOptions(
    @Nullable ServerTls tls, Set<String> origins, KeyFiles keys, int requestsPerSecond) {
  /** The requests that one person may send a second, unless somebody says otherwise. */
  public static final int REQUESTS_PER_SECOND = 2_000;

  /** Plain HTTP, for no web page, with the keys in the data directory. */
  public static final SecurityOptions STANDARD =
      new SecurityOptions(null, Set.of(), KeyFiles.STANDARD, REQUESTS_PER_SECOND);

  public SecurityOptions {
    origins = Set.copyOf(origins);
  }
}
