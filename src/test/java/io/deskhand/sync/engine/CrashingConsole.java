package io.deskhand.sync.engine;

import io.deskhand.model.Ids;
import io.deskhand.model.Priority;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.Intent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A console in a process of its own that works until it is killed: one piece of work for each byte
 * of standard input, each with words that nothing else carries. Standard output has a line before
 * it ("tries") and one once the disk has it ("keeps"); see {@link WorkDone}.
 */
final class CrashingConsole {
  private final Console console;
  private final Random random;
  private final String run;

  private CrashingConsole(Console console, Random random, String run) {
    this.console = console;
    this.random = random;
    this.run = run;
  }

  /** Arguments: the profile, the server, a seed, and a word for this run that is never repeated. */
  public static void main(String[] arguments) throws Exception {
    Path profile = Path.of(arguments[0]);
    Random random = new Random(Long.parseLong(arguments[2]));
    Console console = new Console(profile);
    if (!console.resume()) {
      console.signIn(URI.create(arguments[1]), SmallDesk.MAX.email());
      console.awaitLive();
    }
    var _ = console.desk().connection().subscribe(CrashingConsole::stayIn);
    new CrashingConsole(console, random, arguments[3]).work();
  }

  /** No death and no network may cost the agent the session: from then on nothing would be sent. */
  private static void stayIn(ConnectionState state) {
    if (state.phase() == Phase.SIGNED_OUT) {
      System.err.println("The console was signed out: " + state.reason());
      Runtime.getRuntime().halt(1);
    }
  }

  /** The words that only this intent carries. */
  static @Nullable String words(Intent intent) {
    return switch (intent) {
      case Intent.Say say -> say.body();
      case Intent.Create create -> create.fields().subject();
      case Intent.Update update -> update.patch().values().subject();
      case Intent.Escalate escalate -> escalate.reason();
      default -> throw new IllegalArgumentException("no such work: " + intent);
    };
  }

  private void work() throws Exception {
    for (int n = 1; System.in.read() >= 0; n++) {
      String words = run + "-" + n;
      UUID ticket = SmallDesk.ticketId(random.nextInt(WorkDone.TICKETS));
      int what = random.nextInt(10);
      if (what < 2) {
        draft(new Draft(ticket, words, 1, false, Instant.now()));
      } else {
        submit(words, what < 7 ? say(ticket, words) : other(what, ticket, words));
      }
    }
  }

  private void draft(Draft draft) throws Exception {
    say("tries draft", draft.ticketId(), draft.text());
    Console.await(console.desk().drafts().save(draft));
    say("keeps draft", draft.ticketId(), draft.text());
  }

  private void submit(String words, Intent intent) throws Exception {
    String kind = intent.getClass().getSimpleName();
    say("tries " + kind, intent.ticketId(), words);
    console.submit(intent);
    say("keeps " + kind, intent.ticketId(), words);
  }

  private Intent say(UUID ticket, String words) {
    return new Intent.Say(ticket, UUID.randomUUID(), words, random.nextBoolean());
  }

  private Intent other(int what, UUID ticket, String words) {
    return switch (what) {
      case 7 -> new Intent.Create(Ids.at(System.currentTimeMillis(), random), ticketNamed(words));
      case 8 -> new Intent.Update(ticket, TicketPatch.read(Json.tree(Map.of("subject", words))));
      default -> new Intent.Escalate(ticket, words, null, null, 1 + random.nextInt(3));
    };
  }

  private static CreateTicket ticketNamed(String words) {
    return new CreateTicket(
        null,
        words,
        "Made while things broke",
        Priority.LOW,
        "general",
        null,
        SmallDesk.CORA.id(),
        null,
        null,
        null,
        null,
        null,
        SmallDesk.SUPPORT.id(),
        null,
        null,
        null);
  }

  private static void say(String what, UUID ticket, String words) {
    System.out.println(what + " " + ticket + " " + words);
  }
}
