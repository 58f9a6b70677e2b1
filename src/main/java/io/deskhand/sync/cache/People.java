package io.deskhand.sync.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The places in a profile whose keys are locked with passwords: a folder a person, so that nobody
 * needs another one's password. What an earlier version has left is in the profile itself.
 */
final class People {
  private static final String FOLDER = "people";

  private People() {}

  /** The folder of {@code who}, which does not tell who that is. */
  static Path folder(Path root, String who) {
    UUID name = UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8));
    return root.resolve(FOLDER).resolve(name.toString());
  }

  /** Where something of {@code who} may be. */
  static List<Path> places(Path root, String who) {
    return List.of(folder(root, who), root);
  }

  /** Deletes what is in {@code place}, keys first; other people's places in it stay. */
  static void delete(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(SealedKey.NAME));
    for (Path entry : list(place)) {
      String name = entry.getFileName().toString();
      if (!name.equals(FOLDER) && !name.equals(ProfileLock.NAME)) {
        deleteAll(entry);
      }
    }
  }

  private static void deleteAll(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      for (Path inner : list(entry)) {
        deleteAll(inner);
      }
    }
    Files.deleteIfExists(entry);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  /** Whether there is anything that a password locks. */
  static boolean areIn(Path root) throws IOException {
    if (Files.exists(root.resolve(SealedKey.NAME))) {
      return true;
    }
    Path folder = root.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> people = Files.list(folder)) {
      return people.anyMatch(person -> Files.exists(person.resolve(SealedKey.NAME)));
    }
  }
}
