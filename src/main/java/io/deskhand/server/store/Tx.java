package io.deskhand.server.store;

import io.deskhand.model.Activity;
import io.deskhand.model.Issue;
import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;
import io.deskhand.protocol.Notification;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One business transaction: the desk's data to read and to write. What is written through it lands
 * in the change log by itself. Valid while its work runs, on the writer's thread only.
 */
public interface Tx extends View {
  @Override
  TicketWrites tickets();

  @Override
  MessageWrites messages();

  @Override
  HistoryWrites history();

  @Override
  StaffWrites staff();

  @Override
  CustomerWrites customers();

  @Override
  DepartmentWrites departments();

  @Override
  CategoryWrites categories();

  @Override
  JobWrites jobs();

  @Override
  OrganizationWrites organizations();

  @Override
  DealWrites deals();

  @Override
  AttachmentWrites attachments();

  @Override
  FollowUpWrites<Activity> activities();

  @Override
  FollowUpWrites<Issue> issues();

  @Override
  MetricWrites metrics();

  @Override
  EscalationWrites escalations();

  @Override
  RuleWrites rules();

  @Override
  SharedWrites<SavedView> views();

  @Override
  SharedWrites<Macro> macros();

  @Override
  WaitingTickets waiting();

  @Override
  SnoozedTickets snoozed();

  @Override
  SlaWrites sla();

  /** Sessions that can be renewed. */
  RefreshTokens refreshTokens();

  /** Answers that were given already. */
  Answers answers();

  /** What only one server at a time is to do. */
  Leases leases();

  /** The time of this transaction, in whole milliseconds. */
  Instant now();

  /** A new id. */
  UUID newId();

  /** Names the live event that the transaction is told as; the last call counts. */
  void event(String event, @Nullable UUID ticketId, @Nullable UUID actor);

  /** Notifies {@code personId} once the transaction is durable. */
  void notify(UUID personId, Notification notification);

  /**
   * Takes a whole desk's data from {@code source}, outside the log: it starts anew after this
   * transaction, so that every console takes a new snapshot.
   */
  void load(Consumer<Import> source);

  /** Runs {@code step}; if it throws, undoes what it did before the throwable goes on. */
  <T> T attempt(Supplier<T> step);

  /** Runs {@code step}, and undoes what it did: for what it would come to. */
  <T> T rehearse(Supplier<T> step);
}
