package io.deskhand.demo.data;

import io.deskhand.demo.stock.Colleague;
import io.deskhand.demo.stock.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Department;
import io.deskhand.model.Ids;
import io.deskhand.model.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who works at the desk, and where: departments and agents. Immutable once made. */
final class Team {
  private static final int[] CAPACITY = {30, 28, 26};
  private final List<Department> departments = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();
  private final Map<UUID, Integer> shares = new HashMap<>();
  private final long since;
  private final RandomGenerator random;

  Team(List<Person> named, List<Colleague> colleagues, Instant now, RandomGenerator random) {
    this.since = now.minus(Duration.ofDays(800)).toEpochMilli();
    this.random = random;
    for (Catalogue.Unit unit : Catalogue.UNITS) {
      int count = count(unit.name(), named, colleagues);
      departments.add(
          new Department(
              newId(), unit.name(), unit.description(), unit.department().tier(), count, 1));
    }
    for (Person person : named) {
      Agent agent =
          agent(
              person.name(),
              person.email(),
              person.department(),
              person.tier(),
              person.role(),
              AgentStatus.AVAILABLE);
      agents.add(agent);
      shares.put(agent.id(), person.share());
    }
    colleagues.forEach(
        mate ->
            agents.add(
                agent(
                    mate.name(),
                    Names.firstOf(mate.name()) + "@demo.desk",
                    mate.department(),
                    mate.tier(),
                    mate.role(),
                    mood())));
  }

  List<Department> departments() {
    return departments;
  }

  List<Agent> agents() {
    return agents;
  }

  /** How many active tickets {@code agent} has on a full desk; empty for those with any number. */
  OptionalInt share(Agent agent) {
    Integer share = shares.get(agent.id());
    return share == null ? OptionalInt.empty() : OptionalInt.of(share);
  }

  Department department(String name) {
    return departments.stream().filter(unit -> unit.name().equals(name)).findFirst().orElseThrow();
  }

  /** The agents who take tickets in {@code department}, those with a lower tier more often. */
  List<Agent> rota(Department department) {
    List<Agent> rota = new ArrayList<>();
    for (Agent agent : agents) {
      if (department.id().equals(agent.departmentId()) && agent.role() != Role.ADMIN) {
        for (int turn = agent.tier(); turn <= 3; turn++) {
          rota.add(agent);
        }
      }
    }
    return rota;
  }

  /** Somebody of the same department with a higher tier, if there is anybody. */
  @Nullable Agent above(Agent agent, RandomGenerator dice) {
    List<Agent> higher =
        agents.stream()
            .filter(other -> sameDepartment(agent, other) && other.tier() > agent.tier())
            .toList();
    return higher.isEmpty() ? null : Words.any(higher, dice);
  }

  /** Another one of the same department, of a tier up to {@code tier}. */
  @Nullable Agent beside(Agent agent, int tier, RandomGenerator dice) {
    List<Agent> others =
        agents.stream()
            .filter(
                other ->
                    sameDepartment(agent, other)
                        && !other.id().equals(agent.id())
                        && other.tier() <= tier)
            .toList();
    return others.isEmpty() ? null : Words.any(others, dice);
  }

  private static boolean sameDepartment(Agent one, Agent other) {
    return one.departmentId() != null && one.departmentId().equals(other.departmentId());
  }

  private Agent agent(
      String name,
      String email,
      @Nullable String department,
      int tier,
      Role role,
      AgentStatus status) {
    Department home = department == null ? null : department(department);
    return new Agent(
        newId(),
        name,
        email,
        "+44 20 7946 0%03d".formatted(agents.size() + 101),
        home == null ? null : home.id(),
        tier,
        role,
        status,
        CAPACITY[tier - 1],
        0,
        home == null ? List.of() : skills(home.name()),
        1);
  }

  private List<String> skills(String department) {
    List<String> all =
        Catalogue.UNITS.stream()
            .filter(unit -> unit.name().equals(department))
            .findFirst()
            .orElseThrow()
            .skills();
    return all.stream().filter(skill -> random.nextInt(3) > 0).toList();
  }

  private AgentStatus mood() {
    int roll = random.nextInt(20);
    return roll < 13 ? AgentStatus.AVAILABLE : roll < 17 ? AgentStatus.BUSY : AgentStatus.AWAY;
  }

  private UUID newId() {
    return Ids.at(since, random);
  }

  private static int count(String department, List<Person> named, List<Colleague> colleagues) {
    long people =
        named.stream().filter(person -> department.equals(person.department())).count()
            + colleagues.stream().filter(mate -> department.equals(mate.department())).count();
    return (int) people;
  }
}
