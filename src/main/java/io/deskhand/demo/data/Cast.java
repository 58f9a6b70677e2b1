package io.deskhand.demo.data;

import java.util.List;

/**
 * The people with a part of their own.
 *
 * @param staff those one can sign in as; the first agent has work with the first customer
 * @param customers the customers who live; each gets tickets that are not done
 */
public record Cast(List<Person> staff, List<Person> customers) {
  public Cast {
    staff = List.copyOf(staff);
    customers = List.copyOf(customers);
  }
}
