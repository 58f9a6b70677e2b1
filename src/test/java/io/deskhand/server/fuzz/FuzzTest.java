package io.deskhand.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketRef;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, nothing breaks, nothing leaks, and nothing is done by half. {@code fuzz.cases}
 * says how many requests and frames, {@code fuzz.seed} which (0 for others each time). What a
 * request is made of besides the seed is what the server answered before, so a finding is printed
 * as a command that sends it again.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class FuzzTest {
  private static final int CASES =
      Integer.getInteger("fuzz.cases", 10_000) / (TestDatabase.isPostgres() ? 4 : 1);
  private static final long GIVEN = Long.getLong("fuzz.seed", 1);
  private static final long SEED = GIVEN == 0 ? System.nanoTime() : GIVEN;

  /** As many as are sent in the time that a session is good for. */
  private static final int AT_A_DESK = 10_000;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int WORKERS = 3;
  private static final int SAID_EVERY = 100;
  private static final int FRAMES_A_SOCKET = 20;

  private final Findings findings = new Findings();

  /** A part of a run: so many cases on a desk of its own. */
  private interface Round {
    void run(FuzzDesk desk, int cases, long seed) throws Exception;
  }

  private void rounds(Path data, int cases, Round round) throws Exception {
    int rounds = Math.ceilDiv(cases, AT_A_DESK);
    for (int i = 0; i < rounds && findings.all().isEmpty(); i++) {
      try (FuzzDesk desk = new FuzzDesk(data.resolve("desk" + i))) {
        round.run(desk, cases / rounds, SEED + i);
        assertThat(findings.all())
            .as("with -Dfuzz.seed=%s; log: %s", SEED, desk.errors())
            .isEmpty();
        desk.assertWhole();
      }
    }
  }

  @Test
  void whatIsRefusedChangesNothing(@TempDir Path data) throws Exception {
    rounds(data, CASES / 10, this::oneByOne);
  }

  private void oneByOne(FuzzDesk desk, int cases, long seed) throws Exception {
    List<Person> people = people(desk, name -> Set.of(), "ada", "lea", "max", "cora", "nobody");
    try (Volley volley = new Volley(desk, people, findings, seed);
        Caller caller = new Caller(desk.address())) {
      for (int i = 0; i < cases && !findings.isEnough(); i++) {
        desk.undisturbed(() -> fireOne(desk, volley, caller, people.getFirst()));
      }
    }
  }

  /** The rounds of the server itself may change things at any time but this. */
  private void fireOne(FuzzDesk desk, Volley volley, Caller caller, Person admin) {
    JsonNode before = caller.get(admin, Routes.CHECKSUM);
    Answer answer = volley.fire();
    if (answer.status() == 202) {
      desk.awaitJobs();
    }
    JsonNode now = caller.get(admin, Routes.CHECKSUM);
    if (answer.isRefusal() && !now.equals(before)) {
      long head = before.path("head").asLong();
      JsonNode changed = caller.get(admin, Routes.CHANGES + "?since=" + head);
      findings.add("it was refused and changed " + changed, volley.last(), answer.text());
    }
  }

  @Test
  void anAgentAndACustomerHearNothingOfOthersTickets(@TempDir Path data) throws Exception {
    rounds(
        data,
        CASES * 3 / 10,
        (desk, cases, seed) ->
            overheard(desk, people(desk, Secrets::from, "max", "cora", "nobody"), cases, seed));
  }

  @Test
  void aLeadHearsNothingOfOtherDepartments(@TempDir Path data) throws Exception {
    rounds(
        data,
        CASES / 5,
        (desk, cases, seed) -> {
          List<Person> people = new ArrayList<>(people(desk, Secrets::from, "lea"));
          people.addAll(people(desk, Secrets::always, "max", "cora"));
          overheard(desk, people, cases, seed);
        });
  }

  @Test
  void nothingThatAnybodySendsBreaksTheServer(@TempDir Path data) throws Exception {
    rounds(
        data,
        CASES * 3 / 10,
        (desk, cases, seed) ->
            volleys(
                desk,
                people(desk, Secrets::always, "ada", "ada", "lea", "max", "cora", "nobody"),
                cases,
                seed,
                () -> {}));
  }

  @Test
  void noFrameBreaksTheServer(@TempDir Path data) throws Exception {
    rounds(
        data,
        CASES / 10,
        (desk, cases, seed) -> {
          List<Person> people = people(desk, Secrets::from, "max", "cora", "nobody");
          all(WORKERS, worker -> () -> frames(desk, people, cases / WORKERS, seed + worker));
        });
  }

  /** Everybody listens while others talk of what they must not hear. */
  private void overheard(FuzzDesk desk, List<Person> people, int cases, long seed)
      throws Exception {
    List<Ear> ears = new ArrayList<>();
    for (Person person : people) {
      if (person.token() != null) {
        ears.add(Ear.open(desk.address(), person, findings));
      }
    }
    volleys(desk, people, cases, seed, desk.secrets()::say);
    ears.forEach(Ear::close);
  }

  private void volleys(FuzzDesk desk, List<Person> people, int cases, long seed, Runnable meanwhile)
      throws Exception {
    all(
        WORKERS,
        worker ->
            () -> {
              try (Volley volley = new Volley(desk, people, findings, seed + worker)) {
                for (int i = 0; i < cases / WORKERS && !findings.isEnough(); i++) {
                  volley.fire();
                  desk.pass(PAUSE);
                  if (worker == 0 && i % SAID_EVERY == 0) {
                    meanwhile.run();
                  }
                }
              }
              return worker;
            });
  }

  private int frames(FuzzDesk desk, List<Person> people, int count, long seed) throws Exception {
    Dice dice = new Dice(seed);
    Pools pools = new Pools(desk.known());
    for (int sent = 0; sent < count && !findings.isEnough(); sent += FRAMES_A_SOCKET) {
      Person person = dice.pick(people);
      FrameShots shots = new FrameShots(pools, dice, person);
      Ear ear = Ear.open(desk.address(), person, findings);
      for (int i = 0; i < FRAMES_A_SOCKET && ear.isOpen(); i++) {
        ear.fire(shots.next(), dice.oneIn(200));
        desk.pass(PAUSE);
      }
      ear.ask(Events.LEAVE_TICKET_ROOM, new TicketRef(new UUID(0, 0)));
      ear.close();
    }
    return count;
  }

  private static List<Person> people(
      FuzzDesk desk, Function<String, Set<String>> hidden, String... names) {
    return List.of(names).stream().map(name -> desk.signIn(name, hidden.apply(name))).toList();
  }

  private static void all(int workers, Function<Integer, Callable<Integer>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(threads.submit(work.apply(worker)));
      }
      for (Future<Integer> one : running) {
        one.get();
      }
    }
  }
}
