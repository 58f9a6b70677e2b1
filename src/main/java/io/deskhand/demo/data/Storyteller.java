package io.deskhand.demo.data;

import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Channel;
import io.deskhand.model.Customer;
import io.deskhand.model.Ids;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tells the story of a plan. Safe for use by many threads. */
final class Storyteller {
  private final Team team;
  private final Stock stock;
  private final Instant now;

  Storyteller(Team team, Stock stock, Instant now) {
    this.team = team;
    this.stock = stock;
    this.now = now;
  }

  /** The story of {@code plan}: the same plan, the same story. */
  Story tell(CasePlan plan) {
    RandomGenerator random = new SplittableRandom(plan.seed());
    Channel channel = channel(plan, random);
    Voice voice = new Voice(stock, plan, channel, random);
    Ticket fresh = fresh(plan, channel, voice, random);
    List<Beat> beats = Plot.of(plan, voice, new Plot.Setting(team, channel, now, random));
    boolean live = plan.standing().status().isActive();
    List<Instant> times = Timing.of(beats, plan.createdAt(), now, live, random);
    Chronicle chronicle = new Chronicle(fresh, plan.customer(), random);
    for (int i = 0; i < beats.size(); i++) {
      chronicle.add(beats.get(i).act(), times.get(i));
    }
    Status status = plan.standing().status();
    return chronicle.end(now, live ? deadline(status, fresh.priority(), chronicle, random) : null);
  }

  private Ticket fresh(CasePlan plan, Channel channel, Voice voice, RandomGenerator random) {
    Customer customer = plan.customer();
    Instant at = plan.createdAt();
    return new TicketBuilder(Ids.at(at.toEpochMilli(), random), voice.subject(), at)
        .ticketNumber(plan.number())
        .description(voice.description())
        .priority(priority(plan, random))
        .category(plan.issue().category())
        .channel(channel)
        .customerId(customer.id())
        .customerName(customer.name())
        .customerEmail(customer.email())
        .customerPhone(customer.phone())
        .organizationId(customer.organizationId())
        .departmentId(plan.standing().department().id())
        .tags(tags(plan, voice, random))
        .build();
  }

  private static Channel channel(CasePlan plan, RandomGenerator random) {
    int roll = random.nextInt(100);
    if (plan.issue().business() && plan.issue().tags().contains("api") && roll < 35) {
      return Channel.API;
    }
    if (roll < 36) {
      return Channel.CHAT;
    }
    if (roll < 68) {
      return Channel.EMAIL;
    }
    return roll < 90 ? Channel.WEB : Channel.PHONE;
  }

  /** The category's priority, now and then one step off; at least high for enterprises. */
  private static Priority priority(CasePlan plan, RandomGenerator random) {
    List<Priority> all = List.of(Priority.values());
    int roll = random.nextInt(20);
    int step = roll < 2 ? 1 : roll < 5 ? -1 : 0;
    int usual = all.indexOf(Catalogue.kind(plan.issue().category()).priority());
    Priority priority = all.get(Math.clamp(usual + step, 0, all.size() - 1));
    boolean enterprise =
        plan.organization() != null && plan.organization().tier() == OrganizationTier.ENTERPRISE;
    return enterprise && priority.compareTo(Priority.HIGH) < 0 ? Priority.HIGH : priority;
  }

  private static List<String> tags(CasePlan plan, Voice voice, RandomGenerator random) {
    List<String> tags = new ArrayList<>(voice.tags());
    if (plan.organization() != null
        && plan.organization().tier() == OrganizationTier.ENTERPRISE
        && random.nextInt(3) > 0) {
      tags.add("vip");
    }
    if (!plan.issue().language().equals("en")) {
      tags.add(plan.issue().language());
    }
    return tags;
  }

  /** The next deadline: mostly ahead, a little behind for some of those that wait for the desk. */
  private @Nullable Instant deadline(
      Status status, Priority priority, Chronicle chronicle, RandomGenerator random) {
    if (status == Status.PENDING) {
      return null;
    }
    // The shipped targets: of the resolution once there was an answer.
    boolean answered = chronicle.isAnswered();
    long hours =
        switch (priority) {
          case URGENT -> answered ? 4 : 1;
          case HIGH -> answered ? 8 : 4;
          case MEDIUM -> answered ? 24 : 8;
          case LOW -> answered ? 72 : 24;
        };
    long window = Duration.ofHours(hours).toMillis();
    boolean late = random.nextInt(100) < (chronicle.waitsForUs() ? 24 : 6);
    long ahead = late ? -random.nextLong(window) : random.nextLong(window / 10, window);
    return now.plusMillis(ahead);
  }
}
