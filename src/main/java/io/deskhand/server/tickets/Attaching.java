package io.deskhand.server.tickets;

import io.deskhand.model.Attachment;
import io.deskhand.model.Message;
import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives uploaded files to messages. */
public final class Attaching {
  private static final String FIELD = "attachmentIds";

  private Attaching() {}

  /**
   * The files that a message of {@code actor} is to carry, in the order given.
   *
   * @param ids null for none
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} if there are too
   *     many, or one is not their own, not whole, or another message's
   */
  public static List<Attachment> find(
      Tx tx, Actor actor, UUID messageId, @Nullable List<UUID> ids) {
    if (ids == null) {
      return List.of();
    }
    if (ids.size() > Limits.MESSAGE_FILES) {
      throw Problems.invalid(FIELD, "must be at most " + Limits.MESSAGE_FILES);
    }
    if (new LinkedHashSet<>(ids).size() < ids.size()) {
      throw Problems.invalid(FIELD, "has one twice");
    }
    List<Attachment> found = new ArrayList<>();
    for (UUID id : ids) {
      found.add(
          tx.attachments()
              .find(id)
              .filter(file -> file.isWhole() && file.owner().equals(actor.id()))
              .filter(file -> file.messageId() == null || file.messageId().equals(messageId))
              .map(StoredFile::attachment)
              .orElseThrow(() -> Problems.invalid(FIELD, "no such attachment")));
    }
    return found;
  }

  /** Makes the files of {@code message}, which is stored already, its own. */
  public static void attach(Tx tx, Message message) {
    for (Attachment attachment : message.attachments()) {
      if (!tx.attachments().attach(attachment.id(), message.id())) {
        throw Problems.invalid(FIELD, "no such attachment");
      }
    }
  }
}
