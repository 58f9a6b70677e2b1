package io.deskhand.demo.data;

import io.deskhand.model.Customer;
import io.deskhand.model.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which tickets belong to the customers who live: the first has two with the first named agent, one
 * that nobody has taken in that agent's department, and some that are done; the others have one of
 * each kind.
 */
final class Regulars {
  private final List<Standing> standings;
  private final Map<Integer, Customer> owners = new HashMap<>();
  private double skip = 0.0002;

  private Regulars(List<Standing> standings) {
    this.standings = standings;
  }

  /** The owners of those tickets that are not anybody's, by the ticket's index. */
  static Map<Integer, Customer> choose(
      List<Standing> standings, List<Customer> regulars, String firstAgent) {
    Regulars choice = new Regulars(standings);
    Predicate<Standing> open = is(Status.OPEN);
    Predicate<Standing> working = is(Status.IN_PROGRESS);
    Predicate<Standing> done = is(Status.CLOSED);
    for (Customer customer : regulars) {
      boolean first = customer.equals(regulars.getFirst());
      Predicate<Standing> hers =
          first ? s -> s.department().name().equals(Catalogue.UNITS.getFirst().name()) : s -> true;
      Predicate<Standing> his =
          first ? s -> s.agent() != null && s.agent().email().equals(firstAgent) : s -> true;
      choice.give(customer, open.and(hers), 0);
      choice.give(customer, working.and(his), 0);
      choice.give(customer, done.and(hers), 0.1);
      if (first) {
        choice.give(customer, working.and(his), 0);
        choice.give(customer, done.and(hers), 0.3);
        choice.give(customer, done.and(hers), 0.6);
      }
      choice.skip += 0.0004;
    }
    return choice.owners;
  }

  /** Gives away the newest ticket that is {@code wanted}, the newest part of {@code age} aside. */
  private void give(Customer customer, Predicate<Standing> wanted, double age) {
    int newest = (int) (standings.size() * (1 - age - skip)) - 1;
    for (int i = newest; i >= 0; i--) {
      if (!owners.containsKey(i) && wanted.test(standings.get(i))) {
        owners.put(i, customer);
        return;
      }
    }
  }

  private static Predicate<Standing> is(Status status) {
    return standing -> standing.status() == status;
  }
}
