package io.deskhand.sync;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets, and in which order. An empty set and a null mean: any.
 *
 * @param text words, each of which must begin a word of number, subject, customer, a tag or a
 *     message; {@code "some words"} must stand together, and {@code subject:}, {@code customer:},
 *     {@code number:}, {@code tag:} and {@code message:} before one say where
 * @param order ties are broken by createdAt and id, newest first
 */
public record TicketQuery(
    Set<Status> statuses,
    Set<Priority> priorities,
    Set<String> categories,
    Set<Channel> channels,
    Assignee assignee,
    @Nullable UUID departmentId,
    @Nullable UUID customerId,
    Set<String> tags,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    String text,
    List<Sort> order) {

  /** All tickets, newest activity first. */
  public static final TicketQuery ALL =
      new TicketQuery(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Assignee.ANYONE,
          null,
          null,
          Set.of(),
          null,
          null,
          "",
          List.of(new Sort(Key.LAST_MESSAGE_AT, true)));

  public TicketQuery {
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
    categories = Set.copyOf(categories);
    channels = Set.copyOf(channels);
    tags = Set.copyOf(tags);
    order = List.copyOf(order);
  }

  /** Whose tickets. */
  public sealed interface Assignee {
    Assignee ANYONE = new Anyone();
    Assignee NOBODY = new Nobody();
    Assignee ME = new MySelf();

    record Anyone() implements Assignee {}

    record Nobody() implements Assignee {}

    /** Assigned or escalated to whoever is signed in. */
    record MySelf() implements Assignee {}

    record Person(UUID id) implements Assignee {}
  }

  /** What to sort by. */
  public enum Key {
    CREATED_AT,
    UPDATED_AT,
    LAST_MESSAGE_AT,
    DUE_AT,
    PRIORITY,
    STATUS,
    NUMBER,
    SUBJECT,
    CUSTOMER,
    ASSIGNEE
  }

  /** One column of the order. */
  public record Sort(Key key, boolean descending) {}

  public TicketQuery withStatuses(Set<Status> wanted) {
    return new TicketQuery(
        wanted,
        priorities,
        categories,
        channels,
        assignee,
        departmentId,
        customerId,
        tags,
        createdFrom,
        createdTo,
        text,
        order);
  }

  public TicketQuery withPriorities(Set<Priority> wanted) {
    return new TicketQuery(
        statuses,
        wanted,
        categories,
        channels,
        assignee,
        departmentId,
        customerId,
        tags,
        createdFrom,
        createdTo,
        text,
        order);
  }

  public TicketQuery withAssignee(Assignee wanted) {
    return new TicketQuery(
        statuses,
        priorities,
        categories,
        channels,
        wanted,
        departmentId,
        customerId,
        tags,
        createdFrom,
        createdTo,
        text,
        order);
  }

  public TicketQuery withText(String wanted) {
    return new TicketQuery(
        statuses,
        priorities,
        categories,
        channels,
        assignee,
        departmentId,
        customerId,
        tags,
        createdFrom,
        createdTo,
        wanted,
        order);
  }

  public TicketQuery withOrder(List<Sort> wanted) {
    return new TicketQuery(
        statuses,
        priorities,
        categories,
        channels,
        assignee,
        departmentId,
        customerId,
        tags,
        createdFrom,
        createdTo,
        text,
        wanted);
  }
}
