package io.deskhand.demo.data;

import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Organization;
import io.deskhand.model.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The desk of Harbor, a bank-and-wallet app, after a year of work: who is there, who asked, and
 * what became of it. Made from a seed: the same seed, time and size make the same desk, ids
 * included. Counters of agents are those of a desk without tickets.
 */
public final class DemoData {
  private final Team team;
  private final Population population;
  private final List<CasePlan> plans;
  private final Storyteller storyteller;

  /**
   * Plans a desk.
   *
   * @param cast the people with a part of their own; its first member of the staff who is an agent
   *     has work with its first customer
   * @param tickets how many there are, at least 20
   * @param now the end of the year that is told; nothing happens after it
   */
  public DemoData(Cast cast, Stock stock, int tickets, long seed, Instant now) {
    Instant end = now.truncatedTo(ChronoUnit.MILLIS);
    RandomGenerator random = new SplittableRandom(seed);
    this.team = new Team(cast.staff(), stock.colleagues(), end, random);
    this.population = new Population(cast.customers(), tickets, stock, end, random);
    List<Instant> arrivals = Arrivals.spread(tickets, end, random);
    List<Standing> standings = new Standings(team, random).decide(tickets);
    Map<Integer, Customer> owners =
        Regulars.choose(standings, population.regulars(), firstAgent(cast));
    this.plans = new Planner(population, stock, random).plan(arrivals, standings, owners);
    this.storyteller = new Storyteller(team, stock, end);
  }

  /** How many tickets there are. */
  public int size() {
    return plans.size();
  }

  public List<Department> departments() {
    return List.copyOf(team.departments());
  }

  public List<Agent> agents() {
    return List.copyOf(team.agents());
  }

  /** The categories that the contract ships, each with the department that takes its tickets. */
  public List<Category> categories() {
    return Catalogue.KINDS.stream()
        .map(
            kind ->
                new Category(
                    kind.key(),
                    kind.label(),
                    team.department(kind.department()).id(),
                    kind.priority()))
        .toList();
  }

  public List<Organization> organizations() {
    return List.copyOf(population.organizations());
  }

  /** All customers; those of the cast come first. */
  public List<Customer> customers() {
    return Stream.concat(population.regulars().stream(), population.customers().stream()).toList();
  }

  /** The tickets with all that happened to them, newest first; told while it is read. */
  public Stream<Story> stories() {
    return plans.reversed().stream().map(storyteller::tell);
  }

  private static String firstAgent(Cast cast) {
    return cast.staff().stream()
        .filter(person -> person.role() == Role.AGENT)
        .map(Person::email)
        .findFirst()
        .orElseThrow();
  }
}
