package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue;
import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Plans the desk's tickets: when, about what, whose, and where they stand. */
final class Planner {
  private static final List<String> LANGUAGES = List.of("de", "es", "fr");
  private static final Set<String> LONG_ISSUES =
      Set.of("webhooks-late", "api-429", "ledger-sync", "card-reader", "api-timezone");

  private final Population population;
  private final RandomGenerator random;
  private final Map<String, Deck> decks = new HashMap<>();
  private final Map<String, List<Customer>> crowds = new HashMap<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private int longOnes;

  Planner(Population population, Stock stock, RandomGenerator random) {
    this.population = population;
    this.random = random;
    for (Issue issue : stock.issues().all()) {
      decks.computeIfAbsent(deckOf(issue), key -> new Deck(matching(stock, key), random));
    }
    for (Customer customer : population.customers()) {
      crowd(customer.language(), false).add(customer);
      if (customer.organizationId() != null) {
        crowd(customer.language(), true).add(customer);
      }
    }
  }

  /** The plans, oldest first. {@code owners} are the tickets whose customer is decided already. */
  List<CasePlan> plan(
      List<Instant> arrivals, List<Standing> standings, Map<Integer, Customer> owners) {
    List<CasePlan> plans = new ArrayList<>(arrivals.size());
    for (int i = 0; i < arrivals.size(); i++) {
      plans.add(plan(arrivals.get(i), standings.get(i), owners.get(i)));
    }
    return plans;
  }

  private CasePlan plan(Instant at, Standing standing, @Nullable Customer owner) {
    Deck.Card card = deck(standing.department(), owner != null).deal();
    Customer customer =
        owner != null ? owner : customer(card.issue().language(), card.issue().business());
    return new CasePlan(
        number(at),
        at,
        standing,
        card.issue(),
        card.subject(),
        customer,
        population.organizationOf(customer),
        talk(standing, card.issue()),
        random.nextLong());
  }

  private Deck deck(Department department, boolean english) {
    int roll = random.nextInt(100);
    if (!english && roll < 13) {
      Deck foreign = decks.get(department.name() + LANGUAGES.get(roll < 7 ? 0 : roll < 10 ? 1 : 2));
      if (foreign != null) {
        return foreign;
      }
    }
    Deck deck = decks.get(department.name() + "en");
    if (deck == null) {
      throw new IllegalStateException("the demo's stock has nothing for " + department.name());
    }
    return deck;
  }

  private static String deckOf(Issue issue) {
    return Catalogue.kind(issue.category()).department() + issue.language();
  }

  private static List<Issue> matching(Stock stock, String deck) {
    return stock.issues().all().stream().filter(issue -> deckOf(issue).equals(deck)).toList();
  }

  /** Somebody who could have that issue; a few people write often, most of them seldom. */
  private Customer customer(String language, boolean business) {
    List<Customer> crowd = crowd(language, business);
    if (crowd.isEmpty()) {
      crowd = business ? crowd("en", true) : population.customers();
    }
    double chance = random.nextDouble();
    return crowd.get((int) (chance * chance * crowd.size()));
  }

  private List<Customer> crowd(@Nullable String language, boolean firms) {
    return crowds.computeIfAbsent(language + firms, key -> new ArrayList<>());
  }

  private String number(Instant at) {
    int year = at.atZone(ZoneOffset.UTC).getYear();
    return "TKT-%d-%06d".formatted(year, numbers.merge(year, 1, Integer::sum));
  }

  /** Two tickets of a large desk are investigations of 300 messages, some more have over 60. */
  private int talk(Standing standing, Issue issue) {
    if (standing.status() == Status.OPEN || !LONG_ISSUES.contains(issue.name())) {
      return 0;
    }
    boolean working = standing.status() == Status.IN_PROGRESS;
    if ((working && longOnes == 0) || (standing.status() == Status.CLOSED && longOnes == 1)) {
      longOnes++;
      return 300;
    }
    return random.nextInt(40) == 0 ? random.nextInt(60, 90) : 0;
  }
}
