package io.deskhand.sync.outbox;

import io.deskhand.model.Me;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.cache.StoredIntent.Outcome;
import io.deskhand.sync.files.Uploads;
import io.deskhand.sync.flow.Background;
import io.deskhand.sync.flow.Backoff;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.rest.Call;
import io.deskhand.sync.rest.DeskApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Brings the outbox to the server: per ticket one after the other, several tickets at once, each
 * intent until it is applied or refused for good. Sends only while the desk is current, so that
 * what happened meanwhile is known before anything goes out. Of the engine's thread.
 */
public final class Sender {
  private static final int AT_ONCE = 4;

  private final Me me;
  private final Outbox outbox;
  private final Arrivals arrivals;
  private final Confirmation confirmed;
  private final DeskApi api;
  private final Uploads uploads;
  private final Jobs jobs;
  private final WordKeeper words;
  private final SerialThread thread;
  private final Background background;
  private final Clock clock;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Line line;

  private final Set<UUID> onTheWire = new HashSet<>();
  private final Unseen unseen;
  private final Map<UUID, Instant> notBefore = new HashMap<>();
  private @Nullable Subscription timer;
  private boolean live;

  /** What a sender works with. */
  public record Parts(
      Me me,
      Outbox outbox,
      Arrivals arrivals,
      Confirmation confirmed,
      DeskApi api,
      Uploads uploads,
      Jobs jobs,
      WordKeeper words,
      SerialThread thread,
      Background background,
      Clock clock,
      Backoff backoff,
      RandomGenerator random) {}

  /** The connection, as the sender sees it. */
  public interface Line {
    /** The server has ended the session. */
    void signedOut(String why);

    /** Something has happened on the server that is to be fetched. */
    void pull();
  }

  public Sender(Parts parts, Line line) {
    this.me = parts.me();
    this.outbox = parts.outbox();
    this.arrivals = parts.arrivals();
    this.confirmed = parts.confirmed();
    this.api = parts.api();
    this.uploads = parts.uploads();
    this.jobs = parts.jobs();
    this.words = parts.words();
    this.thread = parts.thread();
    this.background = parts.background();
    this.clock = parts.clock();
    this.backoff = parts.backoff();
    this.random = parts.random();
    this.unseen = new Unseen(outbox, confirmed);
    this.line = line;
  }

  /** Whatever is on disk from before waits for the first connection. */
  public void load() {
    unseen.allWait();
    outbox.all().stream().filter(Sender::isRefusedMessage).forEach(this::giveBack);
  }

  /** A ticket has no draft any more: the next refused message may be it. */
  public void giveBack(UUID ticketId) {
    outbox.of(ticketId).stream()
        .filter(Sender::isRefusedMessage)
        .findFirst()
        .ifPresent(this::giveBack);
  }

  /** The copy is current: everything may be tried. */
  public void online() {
    live = true;
    notBefore.clear();
    drain();
  }

  /** No network. What is on the wire comes to its own end. */
  public void offline() {
    live = false;
    uploads.stop();
    unseen.allWait();
  }

  /** A new intent, accepted with what the agent sees now. */
  public StoredIntent accept(UUID id, Intent intent, @Nullable Ticket shown) {
    UUID ticketId = intent.ticketId();
    Ticket ticket = ticketId == null ? null : confirmed.ticket(ticketId);
    if (!live) {
      unseen.waits(id);
    }
    return new StoredIntent(
        id,
        outbox.nextNumber(),
        intent,
        Fields.base(intent, ticket, shown),
        State.QUEUED,
        null,
        0,
        clock.instant(),
        null);
  }

  /** Tries one that waits or is held at once; the agent has seen the thread as it is now. */
  public void retry(UUID id) {
    outbox
        .find(id)
        .filter(intent -> intent.state() == State.WAITING || intent.state() == State.HELD)
        .ifPresent(
            intent -> {
              unseen.settled(id);
              notBefore.remove(id);
              outbox.put(intent.rebased(unseen.seen(intent)).in(State.QUEUED, null));
              drain();
            });
  }

  /** Sends whatever may go. */
  public void drain() {
    if (!live) {
      return;
    }
    Instant now = clock.instant();
    for (StoredIntent intent : Lanes.ready(outbox.all(), intent -> due(intent, now))) {
      if (onTheWire.size() >= AT_ONCE) {
        return;
      }
      send(intent);
    }
    setTimer(now);
  }

  private boolean due(StoredIntent intent, Instant now) {
    return !notBefore.getOrDefault(intent.id(), Instant.MIN).isAfter(now);
  }

  private void setTimer(Instant now) {
    if (timer != null) {
      timer.close();
    }
    timer =
        notBefore.values().stream()
            .filter(now::isBefore)
            .min(Instant::compareTo)
            .map(next -> thread.after(Duration.between(now, next), this::drain))
            .orElse(null);
  }

  private void send(StoredIntent intent) {
    Outcome begun = intent.outcome();
    if (begun != null && begun.jobId() != null) {
      outbox.put(intent.in(State.SENDING, null));
      follow(intent.id(), begun, begun.jobId());
      return;
    }
    // Whether one that was on its way before was carried out only the server can tell.
    boolean asked = intent.attempts() > 0;
    if (!asked && unseen.movedOn(intent)) {
      outbox.put(intent.in(State.HELD, "The conversation moved on since this was written"));
      thread.execute(this::drain);
      return;
    }
    if (intent.intent() instanceof Intent.Say say && !uploads.areThere(intent.id(), say.files())) {
      uploads.begin(intent.id(), say.files(), this::drain, why -> notUploaded(intent.id(), why));
      return;
    }
    UUID ticketId = intent.intent().ticketId();
    Ticket known = ticketId == null ? null : arrivals.newest(ticketId);
    Optional<String> conflict =
        known == null || asked
            ? Optional.empty()
            : Fields.conflict(intent.intent(), intent.base(), known);
    if (conflict.isPresent()) {
      refuse(intent, conflict.get());
      thread.execute(this::drain);
      return;
    }
    StoredIntent sending = intent.sending();
    Call call = Requests.of(intent, me, known == null ? null : version(intent, known));
    onTheWire.add(intent.id());
    // First the disk: after a crash it has to be known that this may have been carried out.
    var _ =
        outbox
            .putDurably(sending)
            .thenRunAsync(() -> ask(sending, call), thread)
            .exceptionallyAsync(disk -> notNoted(sending), thread);
  }

  private void ask(StoredIntent sending, Call call) {
    UUID epoch = arrivals.epoch();
    background.run(
        () -> api.send(call), answer -> answered(sending, answer, epoch), e -> failed(sending, e));
  }

  private @Nullable Void notNoted(StoredIntent sending) {
    onTheWire.remove(sending.id());
    later(sending, "The disk does not take what is sent", null, sending.attempts());
    drain();
    return null;
  }

  /**
   * The version that a request is for. One that is repeated was not checked against what is known
   * now: if it has not been carried out, the server says that the ticket has moved on.
   */
  private static long version(StoredIntent intent, Ticket known) {
    return intent.attempts() > 0 ? intent.base().version() : known.version();
  }

  private void answered(StoredIntent sent, byte[] answer, @Nullable UUID asked) {
    onTheWire.remove(sent.id());
    if (!Objects.equals(asked, arrivals.epoch())) {
      // The log that it was done in may not be there any more.
      outbox.put(sent.unanswered());
    } else if (sent.intent() instanceof Intent.Bulk && outbox.find(sent.id()).isPresent()) {
      UUID jobId = Answers.job(answer).id();
      Outcome begun = new Outcome(null, jobId, asked);
      outbox.put(sent.answered(State.SENDING, begun));
      follow(sent.id(), begun, jobId);
    } else {
      arrivals.answered(sent, Answers.read(sent.intent(), answer));
    }
    unseen.settled(sent.id());
    drain();
  }

  private void follow(UUID intentId, Outcome begun, UUID jobId) {
    jobs.follow(
        intentId,
        jobId,
        end -> {
          // Not if it was asked again since, as the server had forgotten it.
          outbox
              .find(intentId)
              .filter(intent -> begun.equals(intent.outcome()))
              .ifPresent(intent -> finished(intent, begun, end));
          line.pull();
          drain();
        });
  }

  private void finished(StoredIntent intent, Outcome begun, Optional<String> end) {
    end.ifPresentOrElse(
        words -> refuse(intent, words), () -> outbox.put(intent.answered(State.APPLIED, begun)));
  }

  private void failed(StoredIntent sent, Exception failure) {
    onTheWire.remove(sent.id());
    if (outbox.find(sent.id()).isEmpty()) {
      drain();
      return;
    }
    switch (Verdict.of(failure)) {
      case Verdict.No(String words) -> refuse(sent, words);
      case Verdict.Later(String why, Duration pause) -> {
        uploads.askAgain(sent.id());
        later(sent, why, pause, sent.attempts());
      }
      case Verdict.Changed(Ticket now) -> {
        arrivals.learned(now);
        outbox.put(sent.anotherRequest());
      }
      case Verdict.SignedOut(String why) -> {
        outbox.put(sent.in(State.QUEUED, null));
        line.signedOut(why);
      }
    }
    drain();
  }

  /** A message whose files are not there is not sent, and one that never can be is refused. */
  private void notUploaded(UUID id, Uploads.Failure failure) {
    StoredIntent intent = outbox.find(id).orElse(null);
    if (intent != null) {
      switch (Verdict.ofUpload(failure.cause())) {
        case Verdict.No(String words) -> refuse(intent, failure.file() + ": " + words);
        case Verdict.Later(String why, Duration pause) ->
            later(intent, why, pause, failure.times());
        case Verdict.SignedOut(String why) -> line.signedOut(why);
        case Verdict.Changed _ -> {}
      }
    }
    drain();
  }

  private void later(StoredIntent sent, String why, @Nullable Duration pause, int failures) {
    Duration wait = Objects.requireNonNullElseGet(pause, () -> backoff.after(failures, random));
    notBefore.put(sent.id(), clock.instant().plus(wait));
    unseen.waits(sent.id());
    outbox.put(sent.in(State.WAITING, why));
  }

  private void refuse(StoredIntent intent, String why) {
    notBefore.remove(intent.id());
    StoredIntent refused = intent.in(State.REFUSED, why);
    if (!giveBack(refused)) {
      outbox.put(refused);
    }
  }

  /** Whether the words of a refused message are its ticket's draft now. */
  private boolean giveBack(StoredIntent refused) {
    StoredIntent returned = refused.in(State.RETURNED, refused.why());
    boolean given = isRefusedMessage(refused) && words.giveBack(returned);
    if (given) {
      outbox.show(returned);
    }
    return given;
  }

  private static boolean isRefusedMessage(StoredIntent intent) {
    return intent.intent() instanceof Intent.Say && intent.state() == State.REFUSED;
  }
}
