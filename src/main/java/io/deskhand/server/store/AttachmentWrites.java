package io.deskhand.server.store;

import java.time.Instant;
import java.util.UUID;

/** The files that messages carry, to add to. */
public interface AttachmentWrites extends AttachmentReads {
  void insert(StoredFile file);

  /** Stores the type and hash of a file that is whole now. */
  void complete(StoredFile file);

  /**
   * Gives a file to a message.
   *
   * @return whether it was free, or that message's already
   */
  boolean attach(UUID id, UUID messageId);

  /** Forgets a file that no message carries. */
  void delete(UUID id);

  /** Forgets the files from before {@code time} that no message carries. */
  void forgetUnusedBefore(Instant time);
}
