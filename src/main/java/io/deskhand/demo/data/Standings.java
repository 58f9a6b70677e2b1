package io.deskhand.demo.data;

import static io.deskhand.model.Status.CLOSED;
import static io.deskhand.model.Status.ESCALATED;
import static io.deskhand.model.Status.IN_PROGRESS;
import static io.deskhand.model.Status.OPEN;
import static io.deskhand.model.Status.PENDING;
import static io.deskhand.model.Status.REOPENED;

import io.deskhand.demo.stock.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.Department;
import io.deskhand.model.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Decides where each ticket stands: most are done, the work that is left lies in the last days and
 * weeks, and everybody has a share of it that they could manage.
 */
final class Standings {
  /** Of a full desk's tickets, this part still needs work. */
  private static final double ACTIVE = 0.028;

  private static final double OPEN_PART = 0.27;
  private static final double PENDING_PART = 0.2;
  private static final double ESCALATED_PART = 0.085;
  private static final double REOPENED_PART = 0.03;

  private final Team team;
  private final RandomGenerator random;
  private final Map<Department, List<Agent>> rotas = new HashMap<>();

  Standings(Team team, RandomGenerator random) {
    this.team = team;
    this.random = random;
    team.departments().forEach(unit -> rotas.put(unit, team.rota(unit)));
  }

  /** One for each of {@code tickets}, oldest first. */
  List<Standing> decide(int tickets) {
    Standing[] all = new Standing[tickets];
    List<Integer> active = active(tickets);
    int open = (int) Math.round(active.size() * OPEN_PART);
    List<Department> units = openUnits(open);
    for (int i = 0; i < open; i++) {
      all[active.get(i)] = new Standing(OPEN, units.get(i), null);
    }
    List<Integer> assigned = new ArrayList<>(active.subList(open, active.size()));
    Collections.shuffle(assigned, Random.from(random));
    assign(assigned, active.size(), all);
    for (int i = 0; i < tickets; i++) {
      if (all[i] == null) {
        Department unit = unit();
        all[i] = new Standing(CLOSED, unit, Words.any(rota(unit), random));
      }
    }
    return List.of(all);
  }

  /** The tickets that still need work, those first that nobody has taken yet. */
  private List<Integer> active(int tickets) {
    int count = Math.clamp(Math.round(tickets * ACTIVE), Math.min(tickets / 2, 120), 1_500);
    double reach = count * 0.9;
    double[] keys = new double[tickets];
    for (int i = 0; i < tickets; i++) {
      keys[i] = -Math.log(1 - random.nextDouble()) * Math.exp((tickets - 1 - i) / reach);
    }
    Integer[] byChance = IntStream.range(0, tickets).boxed().toArray(Integer[]::new);
    Arrays.sort(byChance, Comparator.comparingDouble(i -> keys[i]));
    Integer[] chosen = Arrays.copyOf(byChance, count);
    for (Integer i : chosen) {
      keys[i] = (tickets - i) * Math.exp(random.nextGaussian());
    }
    Arrays.sort(chosen, Comparator.comparingDouble(i -> keys[i]));
    return List.of(chosen);
  }

  /** The departments of open tickets: a calm share for the first, the rest for the others. */
  private List<Department> openUnits(int open) {
    int first = Math.clamp(Math.round(open * 0.12), Math.min(10, open / 2), 18);
    List<Department> units = new ArrayList<>(Collections.nCopies(first, team.departments().get(0)));
    while (units.size() < open) {
      Department unit = unit();
      if (!unit.equals(team.departments().get(0))) {
        units.add(unit);
      }
    }
    Collections.shuffle(units, Random.from(random));
    return units;
  }

  private void assign(List<Integer> tickets, int active, Standing[] all) {
    List<Agent> holders = holders(tickets.size());
    List<Agent> seniors = new ArrayList<>(holders.stream().filter(a -> a.tier() > 1).toList());
    int escalated = Math.min((int) Math.round(active * ESCALATED_PART), seniors.size());
    int pending = (int) Math.round(active * PENDING_PART);
    int reopened = (int) Math.round(active * REOPENED_PART);
    for (int i = 0; i < tickets.size(); i++) {
      Status status =
          i < escalated
              ? ESCALATED
              : i < escalated + pending
                  ? PENDING
                  : i < escalated + pending + reopened ? REOPENED : IN_PROGRESS;
      Agent agent = status == ESCALATED ? seniors.removeLast() : holders.getLast();
      holders.remove(holders.lastIndexOf(agent));
      all[tickets.get(i)] = new Standing(status, home(agent), agent);
    }
  }

  /** Whom {@code count} tickets are with, in a random order. */
  private List<Agent> holders(int count) {
    List<Agent> holders = new ArrayList<>();
    List<Agent> others = new ArrayList<>();
    for (Agent agent : team.agents()) {
      OptionalInt share = team.share(agent);
      if (share.isPresent()) {
        int scaled = Math.min(share.getAsInt(), (share.getAsInt() * count + 199) / 200);
        holders.addAll(Collections.nCopies(scaled, agent));
      } else {
        others.add(agent);
      }
    }
    while (holders.size() < count) {
      holders.add(Words.any(others, random));
    }
    Collections.shuffle(holders, Random.from(random));
    return new ArrayList<>(holders.subList(0, count));
  }

  private Department home(Agent agent) {
    return team.departments().stream()
        .filter(unit -> unit.id().equals(agent.departmentId()))
        .findFirst()
        .orElseThrow();
  }

  private List<Agent> rota(Department unit) {
    return rotas.getOrDefault(unit, List.of());
  }

  private Department unit() {
    double mark = random.nextDouble();
    for (int i = 0; i < Catalogue.UNITS.size(); i++) {
      mark -= Catalogue.UNITS.get(i).share();
      if (mark < 0) {
        return team.departments().get(i);
      }
    }
    return team.departments().getLast();
  }
}
