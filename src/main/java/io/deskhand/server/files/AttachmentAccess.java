package io.deskhand.server.files;

import io.deskhand.model.Message;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Problems;
import java.util.UUID;

/**
 * Finds the files that somebody may have: their own uploads until a message carries them, then
 * whoever sees that message.
 */
final class AttachmentAccess {
  private static final String ATTACHMENT = "attachment";

  private AttachmentAccess() {}

  /**
   * The file as {@code scope} sees it.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code not_found} if it is not there, or not
   *     for them
   */
  static StoredFile find(View view, Scope scope, UUID id) {
    return view.attachments()
        .find(id)
        .filter(file -> sees(view, scope, file))
        .orElseThrow(() -> Problems.notFound(ATTACHMENT));
  }

  /** The same for an upload of their own that no message carries. */
  static StoredFile findUnused(View view, Scope scope, UUID id) {
    return view.attachments()
        .find(id)
        .filter(file -> file.messageId() == null && file.owner().equals(scope.userId()))
        .orElseThrow(() -> Problems.notFound(ATTACHMENT));
  }

  private static boolean sees(View view, Scope scope, StoredFile file) {
    UUID messageId = file.messageId();
    return messageId == null
        ? file.owner().equals(scope.userId())
        : view.messages().find(messageId).filter(m -> sees(view, scope, m)).isPresent();
  }

  private static boolean sees(View view, Scope scope, Message message) {
    return view.tickets()
        .find(message.ticketId())
        .filter(ticket -> scope.sees(Audience.of(ticket, message.internal())))
        .isPresent();
  }
}
