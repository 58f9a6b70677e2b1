package io.deskhand.server.tickets;

import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import io.deskhand.model.Customer;
import io.deskhand.model.Deal;
import io.deskhand.model.Organization;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.server.web.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The query parameters of the ticket routes, as the API's description tells them. */
public final class TicketParameters {
  /** What {@link TicketListRequest#read} reads. */
  public static final List<Parameter> LIST =
      List.of(
          Parameter.list("status", Status.class, "In one of these states"),
          Parameter.list("priority", Priority.class, "Of one of these priorities"),
          Parameter.list("category", String.class, "In one of these categories, by key"),
          Parameter.list("channel", Channel.class, "Come in by one of these channels"),
          Parameter.one("assignedTo", String.class, "With this agent; me, or none"),
          Parameter.one("departmentId", UUID.class, "In this department"),
          Parameter.one("organizationId", UUID.class, "Of this organization"),
          Parameter.one("customerId", UUID.class, "Of this customer"),
          Parameter.list("tag", String.class, "With one of these tags"),
          Parameter.one("createdFrom", Instant.class, "Created then or later; a day will do"),
          Parameter.one("createdTo", Instant.class, "Created then or before; a day will do"),
          Parameter.one("updatedSince", Instant.class, "Changed then or later; a day will do"),
          Parameter.one("snoozed", Boolean.class, "Only those that are snoozed, or are not"),
          Parameter.one("q", String.class, "With these words"),
          Parameter.one(
              "sort", String.class, "createdAt, updatedAt, and so on; with a - descending"),
          Parameter.PAGE,
          Parameter.LIMIT,
          Parameter.CURSOR);

  /** What one ticket is asked for with. */
  public static final Parameter INCLUDE =
      Parameter.list("include", String.class, "requester, assignee, organization, deal");

  /** What {@link #INCLUDE} adds. */
  public static final Map<String, Class<?>> EMBEDDED =
      Map.of(
          "requester", Customer.class,
          "assignee", Agent.class,
          "organization", Organization.class,
          "deal", Deal.class);

  private TicketParameters() {}
}
