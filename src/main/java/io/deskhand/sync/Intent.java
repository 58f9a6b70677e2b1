package io.deskhand.sync;

import io.deskhand.model.AgentStatus;
import io.deskhand.model.Status;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.TicketPatch;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants done. Names things only; the sync layer adds who, when and to which version.
 */
public sealed interface Intent {
  /** The ticket that it is for; null for one that is for several or none. */
  @Nullable UUID ticketId();

  /** A new ticket; {@code ticketId} is made by the console. */
  record Create(UUID ticketId, CreateTicket fields) implements Intent {}

  /** Plain fields, each of which merges by itself; not status and assignee. */
  record Update(UUID ticketId, TicketPatch patch) implements Intent {}

  record SetStatus(UUID ticketId, Status status) implements Intent {}

  /** {@code agentId} null: the server chooses. */
  record Assign(UUID ticketId, @Nullable UUID agentId) implements Intent {}

  /** To an agent, a department or a tier; all null: to the next tier. */
  record Escalate(
      UUID ticketId,
      String reason,
      @Nullable UUID agentId,
      @Nullable UUID departmentId,
      @Nullable Integer tier)
      implements Intent {}

  record Resolve(UUID ticketId, String resolution) implements Intent {}

  record Close(UUID ticketId) implements Intent {}

  record Reopen(UUID ticketId, String reason) implements Intent {}

  /**
   * A reply, or an internal note; {@code messageId} is made by the console. {@code files} are in
   * the profile already, and go to the server before the words.
   */
  record Say(UUID ticketId, UUID messageId, String body, boolean internal, List<OutgoingFile> files)
      implements Intent {
    public Say {
      // What was written down before messages could carry files has none.
      files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
    }

    /** Without files. */
    public Say(UUID ticketId, UUID messageId, String body, boolean internal) {
      this(ticketId, messageId, body, internal, List.of());
    }
  }

  /** One verb on many tickets. {@code request} names them by id. */
  record Bulk(Job.Kind kind, BulkRequest request) implements Intent {
    @Override
    public @Nullable UUID ticketId() {
      return null;
    }

    /** The tickets that it is for. */
    public List<UUID> ticketIds() {
      return request.ticketIds() == null ? List.of() : request.ticketIds();
    }
  }

  /** The own availability. */
  record SetMyStatus(AgentStatus status) implements Intent {
    @Override
    public @Nullable UUID ticketId() {
      return null;
    }
  }
}
