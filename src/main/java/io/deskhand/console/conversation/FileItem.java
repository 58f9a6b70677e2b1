package io.deskhand.console.conversation;

import io.deskhand.model.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param share how much of it has come over, from 0 to 1; null if it is not on its way
 */
record FileItem(Attachment attachment, @Nullable Double share) {}
