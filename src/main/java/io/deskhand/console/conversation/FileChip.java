package io.deskhand.console.conversation;

import io.deskhand.model.Attachment;
import io.deskhand.sync.OutgoingFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file below what is being written.
 *
 * @param key names it as long as it is there
 * @param why it cannot be sent, in words; null if it can
 * @param file its copy; null as long as it is copied, and if it is not taken
 */
record FileChip(UUID key, String name, @Nullable String why, @Nullable OutgoingFile file) {
  /** Whether it is in the profile, so that it goes with the message whatever happens. */
  boolean isReady() {
    return file != null;
  }

  /** The file as its message will carry it; null if it is not ready. */
  @Nullable Attachment attachment() {
    return file == null ? null : file.attachment();
  }

  boolean isRefused() {
    return why != null;
  }
}
