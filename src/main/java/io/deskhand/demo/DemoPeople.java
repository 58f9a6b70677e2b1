package io.deskhand.demo;

import io.deskhand.demo.data.Cast;
import io.deskhand.demo.data.Person;
import io.deskhand.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the demo desk who can sign in, and their password. */
public final class DemoPeople {
  /** The password of everybody. */
  public static final String PASSWORD = "demo";

  private static final String TECHNICAL = "Technical Support";

  public static final Person ADA = person("ada@demo.desk", "Ada Lindgren", Role.ADMIN, 3, null, 0);

  /** Leads every department. */
  public static final Person LEA =
      person("lea@demo.desk", "Lea Hoffmann", Role.LEAD, 3, "General Support", 3);

  public static final Person MAX =
      person("max@demo.desk", "Max Brandt", Role.AGENT, 1, TECHNICAL, 14);
  public static final Person INES =
      person("ines@demo.desk", "Ines Carvalho", Role.AGENT, 2, TECHNICAL, 11);
  public static final Person OMAR =
      person("omar@demo.desk", "Omar Haddad", Role.AGENT, 3, TECHNICAL, 8);

  /** A customer who answers whoever writes to her. */
  public static final Person CORA = customer("cora@demo.desk", "Cora Jensen");

  private DemoPeople() {}

  /** Everybody one can sign in as at the desk, those with most to say first. */
  public static List<Person> staff() {
    return List.of(ADA, LEA, MAX, INES, OMAR);
  }

  /** The customers who live; Cora is the first. */
  public static List<Person> customers() {
    return List.of(
        CORA,
        customer("nils@demo.desk", "Nils Eriksen"),
        customer("priya@demo.desk", "Priya Raman"),
        customer("tom@demo.desk", "Tom Ashby"),
        customer("yuki@demo.desk", "Yuki Tanabe"),
        customer("amelie@demo.desk", "Amélie Duval"));
  }

  static Cast cast() {
    return new Cast(staff(), customers());
  }

  private static Person person(
      String email, String name, Role role, int tier, @Nullable String department, int share) {
    return new Person(email, name, role, tier, department, share);
  }

  private static Person customer(String email, String name) {
    return new Person(email, name, Role.CUSTOMER, 0, null, 0);
  }
}
