package io.deskhand.protocol;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/tickets. All but the subject may be left out; {@code id} is made by
 * whoever creates the ticket. A customer's own tickets are theirs whatever the customer fields say.
 * {@code customerName} and {@code customerEmail} find or make the customer where {@code customerId}
 * is left out. {@code attachments} names files of this desk by their {@code url}, where {@code
 * attachmentIds} does by their id.
 */
public record CreateTicket(
    @Nullable UUID id,
    @Nullable String subject,
    @Nullable String description,
    @Nullable Priority priority,
    @Nullable String category,
    @Nullable Channel channel,
    @Nullable UUID customerId,
    @Nullable String customerName,
    @Nullable String customerEmail,
    @Nullable String customerPhone,
    @Nullable UUID organizationId,
    @Nullable UUID dealId,
    @Nullable UUID departmentId,
    @Nullable UUID assignedTo,
    @Nullable List<String> tags,
    @Nullable List<UUID> attachmentIds,
    @Nullable List<String> attachments) {
  /** A ticket that names its files by their ids alone. */
  public CreateTicket(
      @Nullable UUID id,
      @Nullable String subject,
      @Nullable String description,
      @Nullable Priority priority,
      @Nullable String category,
      @Nullable Channel channel,
      @Nullable UUID customerId,
      @Nullable String customerName,
      @Nullable String customerEmail,
      @Nullable String customerPhone,
      @Nullable UUID organizationId,
      @Nullable UUID dealId,
      @Nullable UUID departmentId,
      @Nullable UUID assignedTo,
      @Nullable List<String> tags,
      @Nullable List<UUID> attachmentIds) {
    this(
        id,
        subject,
        description,
        priority,
        category,
        channel,
        customerId,
        customerName,
        customerEmail,
        customerPhone,
        organizationId,
        dealId,
        departmentId,
        assignedTo,
        tags,
        attachmentIds,
        null);
  }
}
