package io.deskhand.sync.engine;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Ids;
import io.deskhand.model.Me;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.TicketStats;
import io.deskhand.sync.Attachments;
import io.deskhand.sync.BulkProgress;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.Live;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.SyncHealth;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.flow.SerialThread;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The face of an engine: brings every call to the engine's thread. */
final class SyncDesk implements Desk {
  private final Me me;
  final Engine engine;
  private final SerialThread thread;
  private final Ids ids;
  private final Exits exits;

  /**
   * The ways out.
   *
   * @param signOut ends the session on the server, as far as it can be reached, and forgets it;
   *     blocks
   * @param everywhere ends all sessions, closes the desk and deletes what is kept
   */
  record Exits(Runnable signOut, Supplier<CompletionStage<Void>> everywhere, Runnable close) {}

  SyncDesk(Me me, Engine engine, Ids ids, Exits exits) {
    this.me = me;
    this.engine = engine;
    this.thread = engine.core.thread();
    this.ids = ids;
    this.exits = exits;
  }

  @Override
  public Me me() {
    return me;
  }

  @Override
  public Live<ConnectionState> connection() {
    return engine.status.live();
  }

  @Override
  public void setOffline(boolean offline) {
    thread.execute(() -> engine.connection.switchOff(offline));
  }

  @Override
  public LiveQueue queue(TicketQuery query) {
    return engine.index.queue(query);
  }

  @Override
  public TextMarks marks(String search) {
    return engine.search.marks(search);
  }

  @Override
  public Live<Map<TicketQuery, Integer>> counts(List<TicketQuery> queries) {
    return engine.index.counts(queries);
  }

  @Override
  public LiveTicket open(UUID ticketId) {
    return engine.open.open(ticketId);
  }

  @Override
  public Live<List<Agent>> agents() {
    return engine.lists.agents();
  }

  @Override
  public Live<List<Department>> departments() {
    return engine.lists.departments();
  }

  @Override
  public Live<List<Category>> categories() {
    return engine.lists.categories();
  }

  @Override
  public Live<List<PendingIntent>> outbox() {
    return engine.outbox.live();
  }

  @Override
  public CompletionStage<PendingIntent> submit(Intent intent) {
    UUID id = ids.next();
    return Failures.told(thread.call(() -> accept(id, intent)).thenCompose(Function.identity()));
  }

  private CompletionStage<PendingIntent> accept(UUID id, Intent intent) {
    engine.files.require(intent);
    UUID ticketId = intent.ticketId();
    StoredIntent stored =
        engine.sender.accept(id, intent, ticketId == null ? null : engine.rows.shown(ticketId));
    return engine
        .outbox
        .accept(stored)
        .thenApply(
            pending -> {
              thread.execute(() -> accepted(id, intent));
              return pending;
            });
  }

  private void accepted(UUID id, Intent intent) {
    if (intent instanceof Intent.Bulk bulk) {
      engine.jobs.accepted(id, bulk);
    }
    engine.sender.drain();
  }

  @Override
  public void retry(UUID intentId) {
    thread.execute(() -> engine.sender.retry(intentId));
  }

  @Override
  public CompletionStage<Void> discard(UUID intentId) {
    return Failures.told(thread.call(() -> putAway(intentId)).thenCompose(Function.identity()));
  }

  private CompletionStage<Void> putAway(UUID intentId) {
    StoredIntent stored = find(intentId);
    switch (stored.state()) {
      case SENDING, APPLIED -> throw new SyncException(Reason.REFUSED, "It is on its way already");
      case QUEUED, WAITING, HELD, REFUSED, RETURNED -> engine.outbox.remove(intentId);
    }
    engine.jobs.discarded(intentId);
    engine.sender.drain();
    // The journal works in order: when it comes to this, the removal is on disk.
    return engine.core.journal().call(() -> intentId).thenAccept(done -> {});
  }

  private StoredIntent find(UUID intentId) {
    return engine
        .outbox
        .find(intentId)
        .orElseThrow(() -> new SyncException(Reason.REFUSED, "It is not in the outbox any more"));
  }

  @Override
  public CompletionStage<Void> toDraft(UUID intentId) {
    return Failures.told(
        thread
            .call(
                () -> {
                  StoredIntent stored = find(intentId);
                  if (!stored.pending().needsAttention()) {
                    throw new SyncException(Reason.REFUSED, "It is on its way already");
                  }
                  return engine.drafts.save(draft(stored));
                })
            .thenCompose(Function.identity())
            .thenCompose(saved -> thread.call(() -> putAway(intentId)))
            .thenCompose(Function.identity()));
  }

  /** The words of an intent, before those that wait there already. */
  private Drafts.Draft draft(StoredIntent stored) {
    UUID ticketId = stored.intent().ticketId();
    String words =
        switch (stored.intent()) {
          case Intent.Say say -> say.body();
          case Intent.Resolve resolve -> resolve.resolution();
          case Intent.Escalate escalate -> escalate.reason();
          case Intent.Reopen reopen -> reopen.reason();
          default -> "";
        };
    List<OutgoingFile> files = stored.intent() instanceof Intent.Say say ? say.files() : List.of();
    if (ticketId == null || (words.isEmpty() && files.isEmpty())) {
      throw new SyncException(Reason.REFUSED, "There are no words in it");
    }
    boolean internal = !(stored.intent() instanceof Intent.Say say) || say.internal();
    Drafts.Draft old = engine.drafts.of(ticketId).orElse(null);
    String text = old == null ? words : words + "\n\n" + old.text();
    List<OutgoingFile> all =
        Stream.concat(files.stream(), old == null ? Stream.empty() : old.files().stream())
            .distinct()
            .toList();
    return new Drafts.Draft(
        ticketId, text, text.length(), internal, engine.core.clock().instant(), all);
  }

  @Override
  public Attachments attachments() {
    return engine.files;
  }

  @Override
  public Drafts drafts() {
    return engine.drafts;
  }

  @Override
  public Live<List<BulkProgress>> bulkJobs() {
    return engine.jobs.live();
  }

  @Override
  public CompletionStage<Job> undo(UUID jobId) {
    UUID key = ids.next();
    return Failures.told(
        thread.call(() -> engine.jobs.undo(jobId, key)).thenCompose(Function.identity()));
  }

  @Override
  public CompletionStage<Job> cancel(UUID jobId) {
    UUID key = ids.next();
    return Failures.told(
        thread.call(() -> engine.jobs.cancel(jobId, key)).thenCompose(Function.identity()));
  }

  @Override
  public CompletionStage<PendingIntent> setStatus(AgentStatus status) {
    return submit(new Intent.SetMyStatus(status));
  }

  @Override
  public CompletionStage<TicketStats> stats() {
    CompletableFuture<TicketStats> stats = new CompletableFuture<>();
    engine.core.background().run(engine.api::stats, stats::complete, stats::completeExceptionally);
    return Failures.told(stats);
  }

  @Override
  public Live<List<Notification>> notifications() {
    return engine.notifications;
  }

  @Override
  public Live<List<String>> incidents() {
    return engine.core.incidents().lines();
  }

  @Override
  public CompletionStage<SyncHealth> health() {
    CompletableFuture<SyncHealth> health = new CompletableFuture<>();
    thread.execute(() -> engine.vitals.read(health));
    return Failures.told(health);
  }

  @Override
  public void compare() {
    thread.execute(engine::compare);
  }

  @Override
  public KeyPlace keyPlace() {
    return engine.keyPlace();
  }

  @Override
  public CompletionStage<Void> signOut() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    engine
        .core
        .background()
        .run(
            () -> {
              exits.signOut().run();
              return Boolean.TRUE;
            },
            ok -> {
              engine.connection.signedOut("Signed out");
              engine.search.clear();
              engine.files.clearReceived();
              done.complete(null);
            },
            done::completeExceptionally);
    return Failures.told(done);
  }

  @Override
  public CompletionStage<Void> signOutEverywhere() {
    return exits.everywhere().get();
  }

  @Override
  public void close() {
    exits.close().run();
  }
}
