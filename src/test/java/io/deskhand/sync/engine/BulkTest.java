package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.LEA;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Status;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.Job;
import io.deskhand.sync.BulkProgress;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One verb on many tickets, from a console. */
class BulkTest {
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;
  private Console lea;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 120, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void start() throws Exception {
    lea = Console.live(folder.resolve("lea"), backend.address(), LEA);
  }

  @AfterEach
  void stop() {
    lea.close();
  }

  @Test
  void fiftyAreResolvedAtOnceAndTheOneThatCannotBeIsNamedAndAllIsUndone() throws Exception {
    UUID closed = ticketId(0);
    lea.submit(new Intent.Close(closed));
    lea.awaitEmptyOutbox();
    List<UUID> tickets = IntStream.range(0, 50).mapToObj(SmallDesk::ticketId).toList();
    lea.desk().setOffline(true);
    lea.awaitPhase(Phase.SWITCHED_OFF);
    lea.submit(new Intent.Bulk(Job.Kind.RESOLVE, resolve(tickets)));
    assertThat(lea.ticket(ticketId(7)).status()).as("shown at once").isEqualTo(Status.RESOLVED);
    assertThat(lea.desk().bulkJobs().get()).singleElement().extracting(BulkProgress::job).isNull();
    lea.close();
    lea = Console.resumed(folder.resolve("lea"));
    lea.awaitEmptyOutboxAfterLive();
    Job job = lastJob();
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.done()).isEqualTo(50);
    assertThat(job.failed()).extracting(Job.Failure::ticketId).containsExactly(closed);
    assertThat(backend.tickets(LEA.email()).values())
        .filteredOn(ticket -> ticket.status() == Status.RESOLVED)
        .hasSize(49);
    assertThat(lea.ticket(ticketId(7)).status()).isEqualTo(Status.RESOLVED);

    Console.await(lea.desk().undo(job.id()));
    await().untilAsserted(() -> assertThat(lastJob().isFinished()).isTrue());
    await()
        .untilAsserted(() -> assertThat(lea.ticket(ticketId(7)).status()).isEqualTo(Status.OPEN));
  }

  @Test
  void aJobThatDoesNothingAtAllIsRefused() throws Exception {
    UUID closed = ticketId(100);
    lea.submit(new Intent.Close(closed));
    lea.awaitEmptyOutbox();
    PendingIntent bulk = lea.submit(new Intent.Bulk(Job.Kind.RESOLVE, resolve(List.of(closed))));
    assertThat(lea.awaitState(bulk.id(), State.REFUSED).why()).contains("closed");
    assertThat(lea.ticket(closed).status()).isEqualTo(Status.CLOSED);
  }

  private Job lastJob() {
    Job job = lea.desk().bulkJobs().get().getLast().job();
    assertThat(job).isNotNull();
    return job;
  }

  private static BulkRequest resolve(List<UUID> tickets) {
    return new BulkRequest(
        tickets, null, null, null, "Known outage", null, null, null, null, null, null);
  }
}
