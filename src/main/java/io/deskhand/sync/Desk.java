package io.deskhand.sync;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Me;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.TicketStats;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * What the console talks to: queries over the confirmed copy with the outbox replayed over it,
 * intents, and the state of the connection. It works the same without a network; nothing here waits
 * for one unless it says so. Thread-safe. Stages complete on threads of the sync layer and fail
 * with {@link SyncException} only.
 */
public interface Desk extends AutoCloseable {
  /** Who is signed in. */
  Me me();

  /** Whether the server is there, since when, and how much is on its way. */
  Live<ConnectionState> connection();

  /** The switch in the status bar: true drops the connection and keeps it down. */
  void setOffline(boolean offline);

  /** The tickets that fit a query, in order, kept up to date. Close it when done. */
  LiveQueue queue(TicketQuery query);

  /** Where the words of a search stand, for whoever shows what {@link #queue} has found. */
  TextMarks marks(String search);

  /** How many tickets fit each of these queries, kept up to date. */
  Live<Map<TicketQuery, Integer>> counts(List<TicketQuery> queries);

  /**
   * One ticket with its conversation and history, kept up to date; loads what is not in the cache.
   * Joins the ticket's room. Close it when done.
   */
  LiveTicket open(UUID ticketId);

  /** Everybody who works at the desk, by name. */
  Live<List<Agent>> agents();

  Live<List<Department>> departments();

  Live<List<Category>> categories();

  /** Every intent that has not been confirmed, oldest first. */
  Live<List<PendingIntent>> outbox();

  /**
   * Accepts an intent. Completes when it is on disk, and so will reach the server once, whatever
   * happens; what the screen shows includes it from then on.
   */
  CompletionStage<PendingIntent> submit(Intent intent);

  /** Tries an intent that waits or was held at once; one that is refused stays refused. */
  void retry(UUID intentId);

  /** Takes an intent back that has not been sent, or puts a refused one away. */
  CompletionStage<Void> discard(UUID intentId);

  /**
   * The words of an intent that was refused or held, as the ticket's draft again, and the intent
   * put away.
   */
  CompletionStage<Void> toDraft(UUID intentId);

  /** What the agent has typed and not sent. */
  Drafts drafts();

  /** The bulk jobs that this desk has started, newest last, with their progress. */
  Live<List<BulkProgress>> bulkJobs();

  /** Undoes or cancels a job; needs the network. */
  CompletionStage<Job> undo(UUID jobId);

  CompletionStage<Job> cancel(UUID jobId);

  /** Sets the own status; queued like an intent when offline. */
  CompletionStage<PendingIntent> setStatus(AgentStatus status);

  /** The desk's figures; needs the network. */
  CompletionStage<TicketStats> stats();

  /** What the server has told this person: newest last, the last hundred. */
  Live<List<Notification>> notifications();

  /**
   * What the sync layer did not expect and could mend by itself, newest last, for the log panel.
   */
  Live<List<String>> incidents();

  /** How the copy is doing, at this moment. */
  CompletionStage<SyncHealth> health();

  /**
   * Compares the copy with the server's, as it does by itself now and then; {@link #health} has the
   * result. Nothing happens while the server is away.
   */
  void compare();

  /** Where the key of what is kept on this machine is. */
  KeyPlace keyPlace();

  /** Ends the session on the server where it can be reached, and forgets it here. */
  CompletionStage<Void> signOut();

  /**
   * Ends every session of this person, wherever it is, and deletes what is kept on this machine:
   * copy, search index, outbox and drafts. Needs the network; if it fails nothing is deleted. The
   * desk is closed then.
   */
  CompletionStage<Void> signOutEverywhere();

  /** Closes without signing out; the outbox and drafts are on disk. */
  @Override
  void close();
}
