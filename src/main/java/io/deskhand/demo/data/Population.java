package io.deskhand.demo.data;

import io.deskhand.demo.stock.Culture;
import io.deskhand.demo.stock.Stock;
import io.deskhand.demo.stock.Words;
import io.deskhand.model.Customer;
import io.deskhand.model.Ids;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The organizations and customers of the demo desk. Immutable once made. */
final class Population {
  private static final List<String> HOSTS = List.of("example.com", "example.org", "example.net");
  private final List<Organization> organizations = new ArrayList<>();
  private final List<Customer> regulars = new ArrayList<>();
  private final List<Customer> customers = new ArrayList<>();
  private final Map<UUID, Organization> byId = new HashMap<>();
  private final Set<String> emails = new HashSet<>();
  private final Stock stock;
  private final long since;
  private final RandomGenerator random;

  /** So many customers as fit a desk of {@code tickets} a year, and {@code named} ones. */
  Population(List<Person> named, int tickets, Stock stock, Instant now, RandomGenerator random) {
    this.stock = stock;
    this.since = now.minus(Duration.ofDays(700)).toEpochMilli();
    this.random = random;
    found(Math.clamp(tickets / 50, 12, 400));
    for (Person person : named) {
      Organization home = organizations.get(regulars.size());
      regulars.add(customer(person.name(), person.email(), home, "en"));
    }
    settle(Math.clamp(tickets * 3L / 10, 60, 6_000));
  }

  List<Organization> organizations() {
    return organizations;
  }

  /** The customers with a part of their own, in their order. */
  List<Customer> regulars() {
    return regulars;
  }

  /** All the others. */
  List<Customer> customers() {
    return customers;
  }

  @Nullable Organization organizationOf(Customer customer) {
    return customer.organizationId() == null ? null : byId.get(customer.organizationId());
  }

  private void found(int count) {
    Set<String> taken = new HashSet<>();
    while (organizations.size() < count) {
      String name =
          Words.any(stock.companies().of("en", "name"), random)
              + " "
              + Words.any(stock.companies().of("en", "trade"), random);
      if (taken.add(name)) {
        Organization made = organization(name);
        organizations.add(made);
        byId.put(made.id(), made);
      }
    }
  }

  private Organization organization(String name) {
    int roll = random.nextInt(100);
    OrganizationTier tier =
        roll < 10
            ? OrganizationTier.ENTERPRISE
            : roll < 52 ? OrganizationTier.STANDARD : OrganizationTier.FREE;
    long worth =
        switch (tier) {
          case ENTERPRISE -> random.nextLong(60_000, 900_000);
          case STANDARD -> random.nextLong(2_000, 60_000);
          case FREE -> random.nextLong(0, 2_000);
        };
    int mood = random.nextInt(100);
    String subscription = mood < 88 ? "active" : mood < 94 ? "trialing" : "past_due";
    int health = Math.min(100, 35 + random.nextInt(40) + random.nextInt(30));
    return new Organization(newId(), name, tier, health, worth, subscription, 1);
  }

  private void settle(int count) {
    List<Culture> draw = new ArrayList<>();
    for (Culture culture : stock.cultures()) {
      for (int i = 0; i < culture.weight(); i++) {
        draw.add(culture);
      }
    }
    while (customers.size() < count) {
      Culture culture = Words.any(draw, random);
      String first = Words.any(culture.firstNames(), random);
      String last = Words.any(culture.lastNames(), random);
      String name = culture.name().equals("han") ? first + last : first + " " + last;
      Organization home = random.nextInt(100) < 45 ? Words.any(organizations, random) : null;
      customers.add(customer(name, email(name, home), home, culture.language()));
    }
  }

  private Customer customer(
      String name, String email, @Nullable Organization home, String language) {
    emails.add(email);
    int roll = random.nextInt(100);
    String account = roll < 93 ? "active" : roll < 97 ? "unverified" : "restricted";
    UUID organization = home == null ? null : home.id();
    return new Customer(newId(), name, email, phone(language), organization, language, account, 1);
  }

  private String email(String name, @Nullable Organization home) {
    String first = Names.firstOf(name);
    String last = Names.lastOf(name);
    String local = first.isEmpty() || last.isEmpty() ? "kontakt" : first + "." + last;
    String host = home == null ? Words.any(HOSTS, random) : Names.plain(home.name()) + ".example";
    String email = local + "@" + host;
    for (int again = 2; emails.contains(email); again++) {
      email = local + again + "@" + host;
    }
    return email;
  }

  /** A number of a range that is kept free for stories, where the country has one. */
  private @Nullable String phone(String language) {
    if (random.nextInt(10) < 3) {
      return null;
    }
    return switch (language) {
      case "de" -> "+49 30 23125 %03d".formatted(random.nextInt(1000));
      case "fr" -> "+33 1 99 00 %02d %02d".formatted(random.nextInt(100), random.nextInt(100));
      case "es" -> "+34 900 55 %02d %02d".formatted(random.nextInt(100), random.nextInt(100));
      default -> "+44 7700 900%03d".formatted(random.nextInt(1000));
    };
  }

  private UUID newId() {
    return Ids.at(since, random);
  }
}
