package io.deskhand.server.tickets;

import static io.deskhand.server.hooks.HookFailure.AUTOMATION;

import io.deskhand.model.Category;
import io.deskhand.model.Channel;
import io.deskhand.model.Customer;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes new tickets. */
final class Creating {
  private static final String GENERAL = "general";
  private final Tx tx;
  private final Actor actor;
  private final TicketBook book;

  Creating(TicketBook book) {
    this.book = book;
    this.tx = book.tx();
    this.actor = book.actor();
  }

  Ticket create(CreateTicket request) {
    check(request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.tickets().isTaken(id)) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a ticket with this id already");
    }
    Ticket proposed = book.intend(build(id, request));
    UUID assignee = proposed.assignedTo();
    Ticket ticket = book.insert(proposed.toBuilder().assignedTo((@Nullable UUID) null).build());
    ticket = FirstMessage.with(book, ticket, FileUrls.ids(request));
    if (assignee != null) {
      TicketBook by = assignee.equals(request.assignedTo()) ? book : book.as(AUTOMATION);
      ticket = new Assigning(by).assign(ticket, new AssignRequest(null, assignee, null));
    }
    Notifying.confirm(tx, ticket, "We have your request", ticket.subject());
    tx.event(Events.NEW_TICKET, id, actor.personId());
    return ticket;
  }

  private void check(CreateTicket request) {
    Validation validation =
        new Validation()
            .required("subject", request.subject(), Limits.SUBJECT)
            .optional("description", request.description(), Limits.TEXT)
            .optional("customerName", request.customerName(), Limits.NAME)
            .optional("customerEmail", request.customerEmail(), Limits.NAME)
            .optional("customerPhone", request.customerPhone(), Limits.NAME)
            .texts("tags", request.tags(), Limits.TAGS, Limits.NAME);
    References.check(
        validation, tx, request.category(), request.departmentId(), request.organizationId());
    validation.check();
    if (actor.role() == Role.CUSTOMER && request.assignedTo() != null) {
      throw Problems.forbidden("A customer cannot assign a ticket");
    }
  }

  private Ticket build(UUID id, CreateTicket request) {
    String key = Objects.requireNonNullElse(request.category(), GENERAL);
    Optional<Category> category = tx.categories().find(key);
    String subject = Objects.requireNonNull(request.subject());
    TicketBuilder ticket =
        new TicketBuilder(id, subject.strip(), tx.now())
            .ticketNumber(tx.tickets().nextNumber())
            .description(request.description())
            .category(key)
            .priority(
                Objects.requireNonNullElse(
                    request.priority(),
                    category.map(Category::defaultPriority).orElse(Priority.MEDIUM)))
            .channel(Objects.requireNonNullElse(request.channel(), Channel.WEB))
            .assignedTo(request.assignedTo())
            .dealId(request.dealId())
            .departmentId(department(request, category))
            .tags(Objects.requireNonNullElse(request.tags(), List.of()));
    customer(ticket, request);
    return ticket.build();
  }

  /** The one that is asked for, else its category's, else the one of whoever writes it down. */
  private @Nullable UUID department(CreateTicket request, Optional<Category> category) {
    if (request.departmentId() != null) {
      return request.departmentId();
    }
    UUID ofCategory = category.map(Category::departmentId).orElse(null);
    if (ofCategory != null) {
      return ofCategory;
    }
    return tx.accounts().find(actor.id()).map(account -> account.me().departmentId()).orElse(null);
  }

  private void customer(TicketBuilder ticket, CreateTicket request) {
    Optional<Customer> found = findOrMake(request);
    UUID ofCustomer = found.map(Customer::organizationId).orElse(null);
    ticket
        .customerId(found.map(Customer::id).orElse(null))
        .customerName(found.map(Customer::name).orElse(null))
        .customerEmail(found.map(Customer::email).orElse(null))
        .customerPhone(found.map(Customer::phone).orElse(null))
        .organizationId(
            actor.role() == Role.CUSTOMER || request.organizationId() == null
                ? ofCustomer
                : request.organizationId());
  }

  private Optional<Customer> findOrMake(CreateTicket request) {
    if (actor.role() == Role.CUSTOMER) {
      return tx.customers().find(actor.id());
    }
    if (request.customerId() != null) {
      return Optional.of(
          tx.customers()
              .find(request.customerId())
              .orElseThrow(() -> Problems.invalid("customerId", "no such customer")));
    }
    String email = given(request.customerEmail());
    String name = given(request.customerName());
    if (email == null && name == null) {
      return Optional.empty();
    }
    Optional<Customer> known = email == null ? Optional.empty() : tx.customers().findByEmail(email);
    return known.isPresent() ? known : Optional.of(make(email, name, request));
  }

  private Customer make(@Nullable String email, @Nullable String name, CreateTicket request) {
    String shown = Objects.requireNonNullElseGet(name, () -> Objects.requireNonNull(email));
    Customer customer =
        new Customer(
            tx.newId(),
            shown,
            email,
            given(request.customerPhone()),
            request.organizationId(),
            null,
            null,
            1);
    tx.customers().insert(customer);
    return customer;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
