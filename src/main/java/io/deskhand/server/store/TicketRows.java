package io.deskhand.server.store;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import java.sql.SQLException;

/** A ticket as a row. */
final class TicketRows {
  static final String TICKETS = "tickets";

  static final Table<Ticket> TABLE =
      Table.<Ticket>named(TICKETS)
          .id("id", Ticket::id)
          .text("ticket_number", Ticket::ticketNumber)
          .text("subject", Ticket::subject)
          .text("description", Ticket::description)
          .name("status", Ticket::status)
          .name("priority", Ticket::priority)
          .text("category", Ticket::category)
          .name("channel", Ticket::channel)
          .id("customer_id", Ticket::customerId)
          .sealed("customer_name", Ticket::customerName)
          .sealed("customer_email", Ticket::customerEmail)
          .sealed("customer_phone", Ticket::customerPhone)
          .id("organization_id", Ticket::organizationId)
          .id("deal_id", Ticket::dealId)
          .id("department_id", Ticket::departmentId)
          .id("assigned_to", Ticket::assignedTo)
          .text("assigned_to_name", Ticket::assignedToName)
          .id("escalated_to", Ticket::escalatedTo)
          .text("escalated_to_name", Ticket::escalatedToName)
          .text("resolution", Ticket::resolution)
          .time("resolved_at", Ticket::resolvedAt)
          .id("resolved_by", Ticket::resolvedBy)
          .time("closed_at", Ticket::closedAt)
          .time("first_response_at", Ticket::firstResponseAt)
          .time("due_at", Ticket::dueAt)
          .time("snoozed_until", Ticket::snoozedUntil)
          .numberOrNull("satisfaction", Ticket::satisfaction)
          .text("satisfaction_comment", Ticket::satisfactionComment)
          .number("message_count", Ticket::messageCount)
          .time("last_message_at", Ticket::lastMessageAt)
          .json("tags", Ticket::tags)
          .time("created_at", Ticket::createdAt)
          .time("updated_at", Ticket::updatedAt)
          .bigNumber("version", Ticket::version)
          .build();

  private TicketRows() {}

  static Ticket read(Row row) throws SQLException {
    return new Ticket(
        row.id("id"),
        row.text("ticket_number"),
        row.text("subject"),
        row.textOrNull("description"),
        row.name("status", Status.class),
        row.name("priority", Priority.class),
        row.text("category"),
        row.name("channel", Channel.class),
        row.idOrNull("customer_id"),
        row.openedOrNull(TICKETS, "customer_name"),
        row.openedOrNull(TICKETS, "customer_email"),
        row.openedOrNull(TICKETS, "customer_phone"),
        row.idOrNull("organization_id"),
        row.idOrNull("deal_id"),
        row.idOrNull("department_id"),
        row.idOrNull("assigned_to"),
        row.textOrNull("assigned_to_name"),
        row.idOrNull("escalated_to"),
        row.textOrNull("escalated_to_name"),
        row.textOrNull("resolution"),
        row.timeOrNull("resolved_at"),
        row.idOrNull("resolved_by"),
        row.timeOrNull("closed_at"),
        row.timeOrNull("first_response_at"),
        row.timeOrNull("due_at"),
        row.timeOrNull("snoozed_until"),
        row.numberOrNull("satisfaction"),
        row.textOrNull("satisfaction_comment"),
        row.number("message_count"),
        row.timeOrNull("last_message_at"),
        row.list("tags", String[].class),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
