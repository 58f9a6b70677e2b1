package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.Place;
import io.deskhand.server.store.seal.Sealing;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlJobs implements JobWrites {
  private static final String QUEUED = Job.State.QUEUED.wire();
  private static final String RUNNING = Job.State.RUNNING.wire();

  private static final Table<StoredJob> JOBS =
      Table.<StoredJob>named("jobs")
          .id("id", StoredJob::id)
          .name("kind", StoredJob::kind)
          .name("state", StoredJob::state)
          .id("owner_id", StoredJob::owner)
          .json("request", StoredJob::request)
          .id("undoes", StoredJob::undoes)
          .time("created_at", StoredJob::createdAt)
          .time("finished_at", StoredJob::finishedAt)
          .build();

  private static final Table<NewItem> ITEMS =
      Table.<NewItem>named("job_tickets")
          .id("job_id", NewItem::job)
          .number("item", NewItem::item)
          .id("ticket_id", NewItem::ticket)
          .flag("done", item -> false)
          .build();

  private final Handle handle;

  SqlJobs(Handle handle) {
    this.handle = handle;
  }

  private record NewItem(UUID job, int item, UUID ticket) {}

  private record Counts(int total, int done, int changed) {}

  @Override
  public void insert(StoredJob job, List<UUID> ticketIds) {
    JOBS.insert(handle, job);
    List<NewItem> items = new ArrayList<>();
    for (UUID ticket : ticketIds) {
      items.add(new NewItem(job.id(), items.size(), ticket));
    }
    ITEMS.insertAll(handle, items);
  }

  @Override
  public Optional<StoredJob> find(UUID id) {
    return handle
        .createQuery("SELECT j.* FROM jobs j WHERE j.id = ?")
        .bind(0, id)
        .map(Row.mapper(SqlJobs::job))
        .findOne();
  }

  @Override
  public List<StoredJob> unfinished() {
    return handle
        .createQuery("SELECT j.* FROM jobs j WHERE j.state IN (?, ?) ORDER BY j.created_at, j.id")
        .bind(0, QUEUED)
        .bind(1, RUNNING)
        .map(Row.mapper(SqlJobs::job))
        .list();
  }

  @Override
  public Optional<StoredJob> undoOf(UUID id) {
    return handle
        .createQuery("SELECT j.* FROM jobs j WHERE j.undoes = ?")
        .bind(0, id)
        .map(Row.mapper(SqlJobs::job))
        .findOne();
  }

  @Override
  public Progress progress(UUID id) {
    String sql =
        """
        SELECT COUNT(*) AS total,
          COUNT(CASE WHEN i.done THEN 1 END) AS done,
          COUNT(i.after_version) AS changed
        FROM job_tickets i WHERE i.job_id = ?\
        """;
    Counts counts =
        handle
            .createQuery(sql)
            .bind(0, id)
            .map(
                Row.mapper(
                    row ->
                        new Counts(row.number("total"), row.number("done"), row.number("changed"))))
            .one();
    return new Progress(counts.total(), counts.done(), counts.changed(), failed(id));
  }

  private List<Job.Failure> failed(UUID id) {
    String sql =
        """
        SELECT i.ticket_id, i.code, i.message FROM job_tickets i
        WHERE i.job_id = ? AND i.code IS NOT NULL ORDER BY i.item\
        """;
    return handle
        .createQuery(sql)
        .bind(0, id)
        .map(
            Row.mapper(
                row ->
                    new Job.Failure(
                        row.id("ticket_id"),
                        row.name("code", ErrorCode.class),
                        row.text("message"))))
        .list();
  }

  @Override
  public List<Item> waiting(UUID id, int limit) {
    String sql =
        """
        SELECT i.item, i.ticket_id FROM job_tickets i
        WHERE i.job_id = ? AND NOT i.done ORDER BY i.item LIMIT ?\
        """;
    return handle
        .createQuery(sql)
        .bind(0, id)
        .bind(1, limit)
        .map(Row.mapper(row -> new Item(row.number("item"), row.id("ticket_id"))))
        .list();
  }

  @Override
  public boolean isDue(UUID id, int item) {
    String sql =
        """
        SELECT i.item FROM job_tickets i JOIN jobs j ON j.id = i.job_id
        WHERE j.id = ? AND i.item = ? AND NOT i.done AND j.state = ?\
        """;
    return handle
        .createQuery(sql)
        .bind(0, id)
        .bind(1, item)
        .bind(2, RUNNING)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public Optional<Undoable> change(UUID id, UUID ticketId) {
    String sql =
        """
        SELECT i.item, i.before_ticket, i.after_version FROM job_tickets i
        WHERE i.job_id = ? AND i.ticket_id = ? AND i.after_version IS NOT NULL\
        """;
    return handle
        .createQuery(sql)
        .bind(0, id)
        .bind(1, ticketId)
        .map(
            Row.mapper(
                row ->
                    new Undoable(
                        Json.readTrusted(
                            row.openedBytes("before_ticket", before(id, row.number("item"))),
                            Ticket.class),
                        row.bigNumber("after_version"))))
        .findOne();
  }

  @Override
  public List<UUID> changed(UUID id) {
    String sql =
        """
        SELECT i.ticket_id FROM job_tickets i
        WHERE i.job_id = ? AND i.after_version IS NOT NULL ORDER BY i.item\
        """;
    return handle.createQuery(sql).bind(0, id).mapTo(UUID.class).list();
  }

  @Override
  public void done(UUID id, int item, Outcome outcome) {
    Job.Failure failure = outcome.failure();
    Ticket before = outcome.before();
    FieldCipher cipher = handle.getConfig(Sealing.class).cipher();
    handle
        .createUpdate(
            """
            UPDATE job_tickets SET done = TRUE, code = ?, message = ?, before_ticket = ?,
              after_version = ?
            WHERE job_id = ? AND item = ?\
            """)
        .bind(0, failure == null ? null : failure.code().wire())
        .bind(1, failure == null ? null : failure.message())
        .bind(2, before == null ? null : cipher.seal(before(id, item), Json.bytes(before)))
        .bind(3, before == null ? null : (Long) outcome.afterVersion())
        .bind(4, id)
        .bind(5, item)
        .execute();
  }

  @Override
  public void state(UUID id, Job.State state, @Nullable Instant finishedAt) {
    handle
        .createUpdate("UPDATE jobs SET state = ?, finished_at = ? WHERE id = ?")
        .bind(0, state.wire())
        .bind(1, finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC))
        .bind(2, id)
        .execute();
  }

  private static Place before(UUID job, int item) {
    return Place.of("job_tickets", "before_ticket", job, item);
  }

  private static StoredJob job(Row row) throws SQLException {
    return new StoredJob(
        row.id("id"),
        row.name("kind", Job.Kind.class),
        row.name("state", Job.State.class),
        row.id("owner_id"),
        Json.readTrusted(row.text("request").getBytes(StandardCharsets.UTF_8), BulkRequest.class),
        row.idOrNull("undoes"),
        row.time("created_at"),
        row.timeOrNull("finished_at"));
  }
}
