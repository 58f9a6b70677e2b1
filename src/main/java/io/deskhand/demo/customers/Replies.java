package io.deskhand.demo.customers;

import io.deskhand.demo.stock.Issue;
import io.deskhand.demo.stock.Issue.Part;
import io.deskhand.demo.stock.Phrases;
import io.deskhand.demo.stock.SlotValues;
import io.deskhand.demo.stock.Slots;
import io.deskhand.demo.stock.Stock;
import io.deskhand.demo.stock.Words;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Finds the words that a simulated customer answers with. Not thread-safe. */
final class Replies {
  private final Stock stock;
  private final Phrases replies = Phrases.replies();
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<UUID, Slots> slots = new HashMap<>();
  private final Set<UUID> told = new HashSet<>();

  Replies(Stock stock, Clock clock, RandomGenerator random) {
    this.stock = stock;
    this.clock = clock;
    this.random = random;
  }

  /** The answer to an agent's {@code message}; empty if it needs none. */
  Optional<String> to(Message message, Ticket ticket) {
    Optional<String> known = known(message, ticket);
    if (known.isPresent()) {
      return known;
    }
    Intent intent = Intent.of(message.body());
    return switch (intent) {
      case SOLVED -> say(random.nextInt(4) > 0 ? "works" : "broken", message, ticket);
      case BYE -> random.nextInt(3) == 0 ? say("bye", message, ticket) : Optional.empty();
      default -> say(intent.name().toLowerCase(Locale.ROOT), message, ticket);
    };
  }

  /** What the customer has to add without having been asked. */
  String followUp(Ticket ticket) {
    return fill(random(replies, "follow"), ticket);
  }

  /** What they say when it is not solved after all. */
  String notSolved(Ticket ticket) {
    return fill(random(stock.phrases(), "again"), ticket);
  }

  /** What they say when they need no help any more. */
  String neverMind(Ticket ticket) {
    return fill(random(stock.phrases(), "nevermind"), ticket);
  }

  /** A few words that go with {@code score}. */
  String comment(int score, Ticket ticket) {
    return fill(random(replies, score == 5 ? "praise" : "okay"), ticket);
  }

  /** A new matter for somebody with or without a company. */
  Matter matter(boolean business) {
    Issue issue = Words.any(stock.issues().all(), random);
    while (!issue.language().equals("en") || (issue.business() && !business)) {
      issue = Words.any(stock.issues().all(), random);
    }
    Slots fresh = fresh();
    return new Matter(
        issue.category(),
        fresh.fill(Words.any(issue.of(Part.SUBJECT), random)),
        fresh.fill(Words.any(issue.of(Part.ABOUT), random)),
        fresh.fill(Words.any(issue.of(Part.OPEN), random)));
  }

  /** What a customer comes with: for the form, and in their own words. */
  record Matter(String category, String subject, String description, String opening) {}

  /**
   * The issue's own answer, once, if the ticket is from the stock: to the issue's own question, and
   * to a question that could be about anything.
   */
  private Optional<String> known(Message message, Ticket ticket) {
    String words = message.body();
    return stock
        .issues()
        .recognise(ticket.subject())
        .filter(issue -> asks(issue, words) || Intent.of(words) == Intent.QUESTION)
        .filter(issue -> told.add(ticket.id()))
        .map(issue -> fill(Words.any(issue.of(Part.ANSWER), random), ticket));
  }

  private static boolean asks(Issue issue, String words) {
    return issue.of(Part.ASK).stream().anyMatch(words::contains);
  }

  private Optional<String> say(String kind, Message message, Ticket ticket) {
    String name = message.senderName();
    int space = name.indexOf(' ');
    of(ticket).set("agent", space < 0 ? name : name.substring(0, space));
    return Optional.of(fill(random(replies, kind), ticket));
  }

  private String random(Phrases phrases, String kind) {
    return Words.any(phrases.in("en", kind), random);
  }

  private String fill(String template, Ticket ticket) {
    return of(ticket).fill(template);
  }

  private Slots of(Ticket ticket) {
    return slots.computeIfAbsent(ticket.id(), id -> fresh());
  }

  private Slots fresh() {
    return new Slots(new SlotValues(stock.words(), "en", clock.instant()), random)
        .set("agent", "you")
        .set("org", "our company");
  }
}
