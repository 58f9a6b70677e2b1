package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue;
import io.deskhand.demo.stock.Issue.Part;
import io.deskhand.demo.stock.SlotValues;
import io.deskhand.demo.stock.Slots;
import io.deskhand.demo.stock.Stock;
import io.deskhand.demo.stock.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What is said in one ticket, in its words and its language. Not thread-safe. */
final class Voice {
  private final Stock stock;
  private final CasePlan plan;
  private final Channel channel;
  private final String language;
  private final Slots slots;
  private final RandomGenerator random;
  private boolean greeted;

  Voice(Stock stock, CasePlan plan, Channel channel, RandomGenerator random) {
    this.stock = stock;
    this.plan = plan;
    this.channel = channel;
    this.language = plan.issue().language();
    this.random = random;
    String name = plan.customer().name();
    this.slots =
        new Slots(new SlotValues(stock.words(), language, plan.createdAt()), random)
            .set("name", name)
            .set("first", first(name))
            .set("org", plan.organization() == null ? name : plan.organization().name());
    if (plan.issue().tags().contains("android")) {
      slots.set("platform", "android");
    }
  }

  String subject() {
    return slots.fill(plan.issue().of(Part.SUBJECT).get(plan.subject()));
  }

  String description() {
    return any(Part.ABOUT);
  }

  List<String> tags() {
    return plan.issue().tags().stream().map(slots::fill).toList();
  }

  /** How the customer begins. */
  String opening() {
    String text = any(Part.OPEN);
    boolean letter = channel == Channel.EMAIL;
    String bye = letter || random.nextInt(5) == 0 ? "\n\n" + phrase("bye") : "";
    if (letter || (channel == Channel.WEB && random.nextInt(5) < 2)) {
      return phrase("hello") + "\n\n" + text + bye;
    }
    return (channel == Channel.CHAT && language.equals("en") ? text : capital(text)) + bye;
  }

  /** What was said on the phone. */
  String transcript() {
    return phrase("call") + "\n" + capital(any(Part.OPEN));
  }

  String answer() {
    return any(Part.ANSWER);
  }

  /** A customer's phrase. */
  String phrase(String kind) {
    return slots.fill(Words.any(stock.phrases().in(language, kind), random));
  }

  /** An agent's words about the issue. */
  String say(Agent agent, Part part) {
    as(agent);
    return letter(any(part));
  }

  /** An agent's phrase. */
  String say(Agent agent, String kind) {
    as(agent);
    return letter(phrase(kind));
  }

  /** An agent's first words after they took over; they name themselves. */
  String introduce(Agent agent) {
    as(agent);
    greeted = true;
    return phrase("escalated");
  }

  /** The issue's note if it has one and the dice say so, else any. */
  String note(Agent agent) {
    as(agent);
    Issue issue = plan.issue();
    if (!issue.of(Part.NOTE).isEmpty() && random.nextInt(3) > 0) {
      return any(Part.NOTE);
    }
    return among("note");
  }

  /** Why an agent hands it to {@code to}. */
  String reason(Agent to) {
    slots.set("tier", Integer.toString(to.tier()));
    return among("escalate");
  }

  String resolution() {
    return any(Part.DONE);
  }

  /** The next words of a long investigation; {@code turn} counts from 0. */
  String investigation(String who, int turn) {
    List<String> lines = stock.longTalk().kind(who);
    return slots.fill(lines.get(turn % lines.size()));
  }

  private String among(String kind) {
    return slots.fill(Words.any(stock.phrases().kind(kind), random));
  }

  private String any(Part part) {
    return slots.fill(Words.any(plan.issue().of(part), random));
  }

  private void as(Agent agent) {
    slots.set("agent", first(agent.name()));
  }

  private String letter(String text) {
    String greeting = greeted ? "" : phrase("agenthello") + "\n" + (isChat() ? "" : "\n");
    greeted = true;
    boolean signed = channel == Channel.EMAIL && random.nextInt(4) > 0;
    return greeting + text + (signed ? "\n\n" + phrase("agentbye") : "");
  }

  private boolean isChat() {
    return channel == Channel.CHAT;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
