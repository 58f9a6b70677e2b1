package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue.Part;
import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The beats of a story while it is written: who is at it now, what they say, and how long it took.
 */
final class Script {
  static final long MINUTE = 60;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  final RandomGenerator random;
  private final Voice voice;
  private final Channel channel;
  private final List<Beat> beats = new ArrayList<>();
  private Agent agent;

  /** Begins with how the customer tells it; {@code agent} will be the first one at it. */
  Script(Agent agent, Voice voice, Channel channel, RandomGenerator random) {
    this.agent = agent;
    this.voice = voice;
    this.channel = channel;
    this.random = random;
    beats.add(new Beat(0, opening(voice, channel)));
  }

  static Act opening(Voice voice, Channel channel) {
    return channel == Channel.PHONE
        ? new Act.Records(voice.transcript())
        : new Act.Writes(voice.opening());
  }

  List<Beat> beats() {
    return beats;
  }

  /** Who is at it now. */
  Agent agent() {
    return agent;
  }

  Voice voice() {
    return voice;
  }

  void after(long seconds, Act act) {
    beats.add(new Beat(seconds, act));
  }

  /** The agent says something about the issue. */
  void says(Part part) {
    after(reply(), new Act.Answers(agent, voice.say(agent, part)));
  }

  /** The agent says one of the phrases of {@code kind}. */
  void says(String kind) {
    after(reply(), new Act.Answers(agent, voice.say(agent, kind)));
  }

  /** The customer answers the issue's question. */
  void answers() {
    after(customerPause(), new Act.Writes(voice.answer()));
  }

  /** The customer says one of the phrases of {@code kind}. */
  void writes(long seconds, String kind) {
    after(seconds, new Act.Writes(voice.phrase(kind)));
  }

  void maybeNotes(int oneIn) {
    if (dice(oneIn)) {
      after(pause(10 * MINUTE), new Act.Notes(agent, voice.note(agent)));
    }
  }

  /** The agent passes it on to {@code to}, who is at it from then on. */
  void hands(Agent to) {
    says("handover");
    after(MINUTE, new Act.Escalates(agent, to, voice.reason(to)));
    agent = to;
  }

  boolean dice(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  long firstLook() {
    return channel == Channel.CHAT ? pause(3 * MINUTE) : pause(70 * MINUTE);
  }

  long reply() {
    return channel == Channel.CHAT ? pause(2 * MINUTE) : pause(50 * MINUTE);
  }

  long customerPause() {
    return channel == Channel.CHAT ? pause(90) : pause(2 * HOUR);
  }

  /** A wait around {@code median} seconds: mostly near it, now and then much longer. */
  long pause(long median) {
    return Math.max(5, (long) (median * Math.exp(random.nextGaussian() * 0.9)));
  }
}
