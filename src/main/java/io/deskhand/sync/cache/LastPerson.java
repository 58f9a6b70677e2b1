package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who signed in last, readable without a key: so that whoever has to type the password at each
 * start need not type the rest too.
 *
 * @param email as it was typed
 */
public record LastPerson(URI server, String email) {
  private static final String NAME = "last-sign-in.json";

  static Optional<LastPerson> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        ? Optional.of(Json.readTrusted(Files.readAllBytes(file), LastPerson.class))
        : Optional.empty();
  }

  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(NAME), Json.bytes(this));
  }
}
