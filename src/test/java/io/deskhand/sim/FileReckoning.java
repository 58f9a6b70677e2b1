package io.deskhand.sim;

import io.deskhand.model.Attachment;
import io.deskhand.model.Message;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks in the end where files are, and whether they are what was sent. */
final class FileReckoning {
  private final Run run;

  FileReckoning(Run run) {
    this.run = run;
  }

  /** Checks that the server has what its messages carry, byte by byte. */
  void server(Collection<List<Message>> conversations) throws IOException {
    for (List<Message> conversation : conversations) {
      for (Message message : conversation) {
        for (Attachment file : message.attachments()) {
          byte[] there = run.outsiders.file(file);
          if (!run.papers
              .content(file.id())
              .filter(sent -> Arrays.equals(sent, there))
              .isPresent()) {
            throw new Violation("the server has another content of " + file);
          }
        }
      }
    }
  }

  /** Checks that a message that was sent carries what it was sent with. */
  void carried(Intent.Say say, List<Message> conversation) {
    List<UUID> wanted = say.files().stream().map(OutgoingFile::id).toList();
    for (Message message : conversation) {
      List<UUID> there = message.attachments().stream().map(Attachment::id).toList();
      if (message.id().equals(say.messageId()) && !there.equals(wanted)) {
        throw new Violation("%s carries %s".formatted(say, there));
      }
    }
  }

  /** Checks that a console keeps files of these tickets only, and copies that it needs. */
  void disk(SimConsole console, Set<UUID> tickets) {
    Set<String> wanted =
        console.desk().drafts().all().get().stream()
            .flatMap(draft -> draft.files().stream())
            .map(file -> file.id().toString())
            .collect(Collectors.toSet());
    Set<String> copies = names(console.path().resolve("outgoing"));
    if (!copies.equals(wanted)) {
      throw new Violation("the copies of files are " + copies + ", and needed are " + wanted);
    }
    Set<String> received = names(console.path().resolve("received"));
    received.removeAll(tickets.stream().map(UUID::toString).toList());
    if (!received.isEmpty()) {
      throw new Violation("files of tickets that are not theirs are on the disk: " + received);
    }
  }

  /** What lies in the folders of persons in {@code folder}. */
  private static Set<String> names(Path folder) {
    Set<String> all = new HashSet<>();
    for (Path person : list(folder)) {
      list(person).forEach(path -> all.add(path.getFileName().toString()));
    }
    return all;
  }

  private static List<Path> list(Path folder) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
