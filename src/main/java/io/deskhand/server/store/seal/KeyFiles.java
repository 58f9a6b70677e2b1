package io.deskhand.server.store.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of the data are.
 *
 * @param keys the file with the keys, made where there is none; null for {@code keys.json} in the
 *     data directory, or for servers that share a database, in that
 * @param wrappingKey a file with the key that they are encrypted with: 32 bytes as base64 or hex;
 *     null if they are in the clear
 */
public record KeyFiles(@Nullable Path keys, @Nullable Path wrappingKey) {
  /** In the data directory or the database, in the clear. */
  public static final KeyFiles STANDARD = new KeyFiles(null, null);

  /** The file with the keys of the data in {@code directory}. */
  public Path in(Path directory) {
    return keys != null ? keys : directory.resolve("keys.json");
  }
}
