package io.deskhand.server.store;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The files that messages carry, or will. */
public interface AttachmentReads {
  Optional<StoredFile> find(UUID id);

  /** How many files of {@code owner} no message carries yet. */
  int unusedOf(UUID owner);

  /** The hashes that begin with {@code prefix}, in lower-case hex, of all files there are. */
  Set<String> contents(String prefix);
}
