package io.deskhand.console.bulk;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.model.Agent;
import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Limits;
import io.deskhand.sync.BulkProgress;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One verb on the tickets that are selected, and the jobs that came of it. FX thread only. */
public final class BulkViewModel implements AutoCloseable {
  private static final int FAILURES_SHOWN = 100;

  private final Desk desk;
  private final Outcomes outcomes;
  private final Selected selected;
  private final Function<UUID, Optional<Ticket>> tickets;
  private final LiveProperty<List<BulkProgress>> progress;
  private final LiveProperty<List<Agent>> agents;
  private final BulkForm form = new BulkForm();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Job.@Nullable Kind> kind = new SimpleObjectProperty<>();
  private final Map<UUID, Intent.Bulk> submitted = new HashMap<>();
  private final ObservableSet<UUID> dismissed = FXCollections.observableSet();

  /** What is selected, and how to end that. */
  public record Selected(Supplier<List<Ticket>> tickets, Runnable clear) {}

  /**
   * Bulk work on a desk.
   *
   * @param fx runs tasks on the FX thread
   * @param tickets finds a ticket for its subject, where it is at hand
   */
  public BulkViewModel(
      Desk desk,
      Executor fx,
      Outcomes outcomes,
      Selected selected,
      Function<UUID, Optional<Ticket>> tickets) {
    this.desk = desk;
    this.outcomes = outcomes;
    this.selected = selected;
    this.tickets = tickets;
    this.progress = new LiveProperty<>(desk.bulkJobs(), fx);
    this.agents = new LiveProperty<>(desk.agents(), fx);
    desk.bulkJobs().get().stream()
        .filter(one -> one.job() != null && one.job().isFinished())
        .forEach(one -> dismissed.add(one.intentId()));
  }

  /** How many tickets are selected; the owner of the selection sets it. */
  public void setCount(int tickets) {
    count.set(tickets);
    if (tickets == 0) {
      kind.set(null);
    }
  }

  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** The verb that is being prepared; null for none. */
  ObjectProperty<Job.@Nullable Kind> kindProperty() {
    return kind;
  }

  BulkForm form() {
    return form;
  }

  /**
   * What can be done. Jobs are for those who lead; the others' verbs go ticket by ticket, and there
   * is none that notifies.
   */
  List<BulkVerb> verbs() {
    return Arrays.stream(BulkVerb.values())
        .filter(verb -> leads() || verb != BulkVerb.NOTIFY)
        .toList();
  }

  private boolean leads() {
    return desk.me().role().isLead();
  }

  /** Whom tickets can be given to: whoever works on tickets, the least busy first. */
  List<Agent> assignees() {
    return agents.get().stream()
        .filter(agent -> agent.role() != Role.CUSTOMER)
        .sorted(Comparator.comparingInt(Agent::activeTickets).thenComparing(Agent::name))
        .toList();
  }

  /** What the verb would do to what is selected now. */
  BulkPreview preview(Job.Kind wanted) {
    return BulkPreview.of(wanted, form.statusProperty().get(), selected.tickets().get());
  }

  /**
   * Starts the verb on those that it can be done to: in jobs, several where one would be too large,
   * or for each by itself.
   */
  void apply() {
    Job.Kind wanted = kind.get();
    if (wanted == null) {
      return;
    }
    List<UUID> ids = preview(wanted).possible();
    if (leads()) {
      submitJobs(wanted, ids);
    } else {
      ids.forEach(id -> outcomes.watch(desk.submit(form.intent(wanted, id))));
    }
    progress.get().stream().filter(BulkViewModel::wentWell).forEach(this::dismiss);
    kind.set(null);
    form.clear();
    selected.clear().run();
  }

  private void submitJobs(Job.Kind wanted, List<UUID> ids) {
    for (int from = 0; from < ids.size(); from += Limits.BULK_IDS) {
      List<UUID> part = ids.subList(from, Math.min(ids.size(), from + Limits.BULK_IDS));
      submit(new Intent.Bulk(wanted, form.request(wanted, List.copyOf(part))));
    }
  }

  void clearSelection() {
    selected.clear().run();
  }

  /** The jobs whose cards are shown, oldest first. */
  ObservableValue<List<BulkJob>> jobs() {
    return progress.property().map(this::shown);
  }

  List<BulkJob> shown(List<BulkProgress> all) {
    return all.stream().filter(one -> !dismissed.contains(one.intentId())).map(this::job).toList();
  }

  List<BulkJob> shown() {
    return shown(progress.get());
  }

  void cancel(BulkJob job) {
    if (job.jobId() != null) {
      outcomes.watch(desk.cancel(job.jobId()));
    }
  }

  void undo(BulkJob job) {
    if (job.jobId() != null) {
      outcomes.watch(desk.undo(job.jobId()));
    }
  }

  /** The same verb again, on those that failed. */
  void retryFailed(BulkJob job) {
    Intent.Bulk first = submitted.get(job.intentId());
    Optional<Job> done =
        progress.get().stream()
            .filter(one -> one.intentId().equals(job.intentId()))
            .flatMap(one -> Optional.ofNullable(one.job()).stream())
            .findFirst();
    if (first != null && done.isPresent()) {
      List<UUID> failed = done.get().failed().stream().map(Job.Failure::ticketId).toList();
      dismiss(job);
      submit(new Intent.Bulk(first.kind(), Requests.withIds(first.request(), failed)));
    }
  }

  /** Takes a job's card away; the job goes on. */
  void dismiss(BulkJob job) {
    dismissed.add(job.intentId());
  }

  private void dismiss(BulkProgress one) {
    dismissed.add(one.intentId());
  }

  private static boolean wentWell(BulkProgress one) {
    return one.job() != null && one.job().isFinished() && one.job().failed().isEmpty();
  }

  ObservableSet<UUID> dismissed() {
    return dismissed;
  }

  @Override
  public void close() {
    progress.close();
    agents.close();
  }

  private void submit(Intent.Bulk bulk) {
    outcomes.then(desk.submit(bulk), pending -> submitted.put(pending.id(), bulk));
  }

  private BulkJob job(BulkProgress one) {
    Job job = one.job();
    if (job == null) {
      return new BulkJob(
          one.intentId(),
          null,
          one.kind(),
          one.total(),
          0,
          false,
          false,
          false,
          false,
          0,
          List.of());
    }
    List<BulkJob.Line> failures =
        job.failed().stream().limit(FAILURES_SHOWN).map(this::line).toList();
    return new BulkJob(
        one.intentId(),
        job.id(),
        one.kind(),
        job.total(),
        job.done(),
        job.isFinished(),
        job.state() == Job.State.CANCELLED,
        job.undoable() && job.isFinished(),
        submitted.containsKey(one.intentId()),
        job.failed().size(),
        failures);
  }

  private BulkJob.Line line(Job.Failure failure) {
    String subject = tickets.apply(failure.ticketId()).map(Ticket::subject).orElse("");
    return new BulkJob.Line(failure.ticketId(), subject, failure.message());
  }
}
