package io.deskhand.server.store;

import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Organization;
import io.deskhand.model.Ticket;
import io.deskhand.model.sla.AssumedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class JdbcImport implements Import {
  private static final int CHUNK = 1_000;
  private final Handle handle;
  private final Instant now;
  private final SlaPlans plans;
  private final Map<Integer, Long> lastNumbers = new HashMap<>();
  private final ConversationCount conversations = new ConversationCount();
  private final EscalatedTickets.Counted escalated = new EscalatedTickets.Counted();

  JdbcImport(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
    this.plans = new SlaPlans(new HandleView(handle));
  }

  @Override
  public void departments(Iterable<Department> departments) {
    PlaceRows.DEPARTMENTS.insertAll(handle, departments);
  }

  @Override
  public void categories(Iterable<Category> categories) {
    for (Category category : categories) {
      handle.execute("DELETE FROM categories WHERE category_key = ?", category.key());
      PlaceRows.CATEGORIES.insert(handle, category);
    }
  }

  @Override
  public void organizations(Iterable<Organization> organizations) {
    CustomerRows.ORGANIZATIONS.insertAll(handle, organizations);
  }

  @Override
  public void customers(Iterable<Customer> customers) {
    CustomerRows.CUSTOMERS.insertAll(handle, customers);
  }

  @Override
  public void customerLogin(UUID customerId, String passwordHash) {
    handle.execute("UPDATE customers SET password_hash = ? WHERE id = ?", passwordHash, customerId);
  }

  @Override
  public void staff(Iterable<StaffMember> members) {
    StaffWrites staff =
        new LoggedStaff(handle, new Changes(), new LoggedDepartments(handle, new Changes()));
    members.forEach(staff::insert);
  }

  @Override
  public void tickets(Iterable<Ticket> tickets) {
    List<Ticket> chunk = new ArrayList<>(CHUNK);
    for (Ticket ticket : tickets) {
      chunk.add(ticket);
      conversations.expect(ticket);
      noteNumber(ticket.ticketNumber());
      if (chunk.size() == CHUNK) {
        insert(chunk);
      }
    }
    insert(chunk);
  }

  private void insert(List<Ticket> chunk) {
    TicketRows.TABLE.insertAll(handle, chunk);
    ClockRows.TABLE.insertAll(
        handle,
        chunk.stream().map(ticket -> AssumedClock.of(ticket, plans.of(ticket), now)).toList());
    chunk.clear();
  }

  private void noteNumber(@Nullable String number) {
    TicketNumber parsed = TicketNumber.parse(number == null ? "" : number);
    lastNumbers.merge(parsed.year(), parsed.sequence(), Math::max);
  }

  @Override
  public void messages(Iterable<Message> messages) {
    MessageRows.TABLE.insertAll(handle, conversations.counting(messages));
  }

  @Override
  public void history(Iterable<HistoryEntry> entries) {
    List<HistoryEntry> chunk = new ArrayList<>(CHUNK);
    for (HistoryEntry entry : entries) {
      chunk.add(entry);
      escalated.add(entry);
      if (chunk.size() == CHUNK) {
        insertHistory(chunk);
      }
    }
    insertHistory(chunk);
  }

  private void insertHistory(List<HistoryEntry> chunk) {
    HistoryRows.TABLE.insertAll(handle, chunk);
    AuditChain.append(handle, chunk);
    chunk.clear();
  }

  /** Sets every counter to what the rows say. */
  void recount() {
    lastNumbers.forEach((year, last) -> TicketNumbers.reserve(handle, year, last));
    conversations.correct(handle);
    escalated.write(handle);
    handle.execute(
        """
        UPDATE departments d SET
          agent_count = (SELECT COUNT(*) FROM agents a WHERE a.department_id = d.id)\
        """);
    handle.execute(
        """
        UPDATE agents a SET active_tickets =
          (SELECT COUNT(*) FROM tickets t
            WHERE t.assigned_to = a.id AND t.escalated_to IS NULL
              AND t.status NOT IN ('resolved', 'closed') AND t.deleted_at IS NULL)
          + (SELECT COUNT(*) FROM tickets t
            WHERE t.escalated_to = a.id
              AND t.status NOT IN ('resolved', 'closed') AND t.deleted_at IS NULL)\
        """);
  }
}
