package io.deskhand.sync.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.Me;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ReopenRequest;
import io.deskhand.protocol.ResolveRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.StatusRequest;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.rest.Call;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an intent is asked of the server. */
final class Requests {
  private Requests() {}

  /** The call for an intent; {@code version} is that of the ticket it was checked against. */
  static Call of(StoredIntent stored, Me me, @Nullable Long version) {
    UUID key = stored.key();
    return switch (stored.intent()) {
      case Intent.Create create -> new Call("POST", Routes.TICKETS, withId(create), key, null);
      case Intent.Update(UUID id, TicketPatch patch) ->
          new Call("PATCH", Routes.ticket(id), body(patch), key, version);
      case Intent.SetStatus(UUID id, var status) ->
          new Call("PUT", Routes.ticket(id, "status"), new StatusRequest(status), key, version);
      case Intent.Assign(UUID id, UUID agent) ->
          new Call(
              "POST",
              Routes.ticket(id, "assign"),
              new AssignRequest(null, agent, agent == null ? true : null),
              key,
              agent == null ? null : version);
      case Intent.Escalate it ->
          post(
              Routes.ticket(it.ticketId(), "escalate"),
              new EscalateRequest(null, it.reason(), it.agentId(), it.departmentId(), it.tier()),
              key);
      case Intent.Resolve(UUID id, String words) ->
          post(Routes.ticket(id, "resolve"), new ResolveRequest(words), key);
      case Intent.Close(UUID id) -> post(Routes.ticket(id, "close"), Json.object(), key);
      case Intent.Reopen(UUID id, String reason) ->
          post(Routes.ticket(id, "reopen"), new ReopenRequest(reason), key);
      case Intent.Say say -> post(Routes.ticket(say.ticketId(), "messages"), message(say), key);
      case Intent.Bulk bulk -> post(Routes.BULK + "/" + bulk.kind().wire(), bulk.request(), key);
      case Intent.SetMyStatus(var status) ->
          new Call(
              "PATCH",
              Routes.AGENTS + "/" + me.id(),
              new AgentPatch(null, null, null, null, status, null, null),
              key,
              null);
    };
  }

  private static SendMessage message(Intent.Say say) {
    List<UUID> files = say.files().stream().map(OutgoingFile::id).toList();
    return new SendMessage(
        say.messageId(), null, say.body(), say.internal(), files.isEmpty() ? null : files);
  }

  private static Call post(String path, Object body, UUID key) {
    return new Call("POST", path, body, key, null);
  }

  /** Fields that are there without a value are written, so that the server clears them. */
  private static ObjectNode body(TicketPatch patch) {
    ObjectNode body = Json.object();
    Fields.wanted(new Intent.Update(new UUID(0, 0), patch))
        .forEach((name, value) -> body.set(name, value.orElse(null)));
    return body;
  }

  private static CreateTicket withId(Intent.Create create) {
    CreateTicket fields = create.fields();
    return new CreateTicket(
        create.ticketId(),
        fields.subject(),
        fields.description(),
        fields.priority(),
        fields.category(),
        fields.channel(),
        fields.customerId(),
        fields.customerName(),
        fields.customerEmail(),
        fields.customerPhone(),
        fields.organizationId(),
        fields.dealId(),
        fields.departmentId(),
        fields.assignedTo(),
        fields.tags(),
        fields.attachmentIds());
  }
}
