package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.Failures;
import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Texts;
import io.deskhand.protocol.Limits;
import io.deskhand.sync.Attachments;
import io.deskhand.sync.OutgoingFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The files of what is being written. A file is copied into the profile at once, and belongs to the
 * ticket that was open then, wherever the agent has gone meanwhile. FX thread only.
 */
final class ComposerFiles {
  private final DeskContext at;
  private final Attachments attachments;
  private final Texts texts;
  private final Runnable changed;
  private final BiConsumer<UUID, OutgoingFile> elsewhere;
  private final ObservableList<FileChip> chips = FXCollections.observableArrayList();
  private @Nullable UUID ticketId;

  /**
   * @param changed hears that the ready ones are others than before
   * @param elsewhere takes a file that is ready for a ticket that is not shown any more
   */
  ComposerFiles(
      DeskContext at, Texts texts, Runnable changed, BiConsumer<UUID, OutgoingFile> elsewhere) {
    this.at = at;
    this.attachments = at.desk().attachments();
    this.texts = texts;
    this.changed = changed;
    this.elsewhere = elsewhere;
  }

  ObservableList<FileChip> chips() {
    return chips;
  }

  /** Shows the files of another ticket's draft. */
  void show(@Nullable UUID ticket, List<OutgoingFile> files) {
    ticketId = ticket;
    chips.setAll(files.stream().map(ComposerFiles::chip).toList());
  }

  /** Whether all that is there can go with a message. */
  boolean canGo() {
    return chips.stream().allMatch(FileChip::isReady) && chips.size() <= Limits.MESSAGE_FILES;
  }

  /** Those that are in the profile. */
  List<OutgoingFile> ready() {
    return chips.stream().map(FileChip::file).filter(Objects::nonNull).toList();
  }

  /** Adds files from the disk. */
  void add(Collection<Path> files) {
    for (Path file : files) {
      add(String.valueOf(file.getFileName()), () -> attachments.add(file));
    }
  }

  /** Adds what is no file yet. */
  void add(String name, byte[] content) {
    add(name, () -> attachments.add(name, content));
  }

  /** Puts files back that were not sent. */
  void restore(List<OutgoingFile> files) {
    List<OutgoingFile> here = ready();
    chips.addAll(
        0, files.stream().filter(file -> !here.contains(file)).map(ComposerFiles::chip).toList());
    changed.run();
  }

  /** Takes one out, and forgets its copy. */
  void remove(FileChip chip) {
    if (chips.removeIf(it -> it.key().equals(chip.key()))) {
      changed.run();
      if (chip.file() != null) {
        attachments.drop(chip.file().id());
      }
    }
  }

  /** Takes all out, to be sent. */
  List<OutgoingFile> take() {
    List<OutgoingFile> files = ready();
    chips.clear();
    return files;
  }

  private interface Copy {
    CompletionStage<OutgoingFile> start();
  }

  private void add(String name, Copy copy) {
    UUID to = ticketId;
    if (to == null) {
      return;
    }
    UUID key = at.ids().next();
    if (chips.size() >= Limits.MESSAGE_FILES) {
      String why = texts.of("files.too-many", Limits.MESSAGE_FILES);
      chips.add(new FileChip(key, name, why, null));
      return;
    }
    chips.add(new FileChip(key, name, null, null));
    copy.start()
        .whenComplete(
            (file, problem) -> at.fx().execute(() -> copied(to, key, name, file, problem)));
  }

  private void copied(
      UUID to, UUID key, String name, @Nullable OutgoingFile file, @Nullable Throwable problem) {
    int index = indexOf(key);
    boolean shown = to.equals(ticketId);
    if (file == null) {
      Failure failure = Failures.of(Objects.requireNonNull(problem));
      if (shown && index >= 0) {
        chips.set(index, new FileChip(key, name, failure.message(), null));
      } else if (!shown) {
        at.dialogs().failure(failure);
      }
    } else if (shown && index >= 0) {
      chips.set(index, new FileChip(key, file.name(), null, file));
      changed.run();
    } else if (shown) {
      attachments.drop(file.id());
    } else {
      elsewhere.accept(to, file);
    }
  }

  private int indexOf(UUID key) {
    return chips.stream().map(FileChip::key).toList().indexOf(key);
  }

  private static FileChip chip(OutgoingFile file) {
    return new FileChip(file.id(), file.name(), null, file);
  }
}
