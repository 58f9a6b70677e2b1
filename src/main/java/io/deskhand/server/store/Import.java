package io.deskhand.server.store;

import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Organization;
import io.deskhand.model.Ticket;
import java.util.UUID;

/**
 * Takes a whole desk's data in big batches, in one transaction and without rows in the change log:
 * consoles that were there before take a new snapshot. What refers to something comes after it:
 * departments, categories, organizations, customers, staff, tickets, messages, files, history.
 *
 * <p>Counters ({@code agentCount}, {@code activeTickets}, {@code messageCount}, {@code
 * lastMessageAt}) need not be right in what is handed in: they are counted at the end. Ticket
 * numbers must be there; later ones go on after the highest of their year. Within a ticket, times
 * of messages and of history entries should ascend.
 */
public interface Import {
  void departments(Iterable<Department> departments);

  /** Adds categories, and replaces those that have the same key. */
  void categories(Iterable<Category> categories);

  void organizations(Iterable<Organization> organizations);

  void customers(Iterable<Customer> customers);

  /** Lets a customer sign in. */
  void customerLogin(UUID customerId, String passwordHash);

  void staff(Iterable<StaffMember> members);

  void tickets(Iterable<Ticket> tickets);

  void messages(Iterable<Message> messages);

  /** Whole files, each of a message that is there, whose content is in its place already. */
  void files(Iterable<StoredFile> files);

  void history(Iterable<HistoryEntry> entries);
}
