package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue.Part;
import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import io.deskhand.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What happens to one ticket: the beats of its story, up to where it stands today. */
final class Plot {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** What was solved stays open to the customer for so long. */
  private static final Duration CLOSED_AFTER = Duration.ofDays(5);

  private final CasePlan plan;
  private final Team team;
  private final Voice voice;
  private final Channel channel;
  private final RandomGenerator random;
  private final List<Beat> beats = new ArrayList<>();
  private final boolean old;
  private Agent agent;
  private boolean thanked;

  private Plot(Setting setting, CasePlan plan, Agent first, Voice voice) {
    this.plan = plan;
    this.agent = first;
    this.team = setting.team;
    this.voice = voice;
    this.channel = setting.channel;
    this.random = setting.random;
    this.old = plan.createdAt().isBefore(setting.now.minus(CLOSED_AFTER));
  }

  /** What a story is set in. */
  record Setting(Team team, Channel channel, Instant now, RandomGenerator random) {}

  /** The beats of {@code plan}; the first one is how the customer tells it. */
  static List<Beat> of(CasePlan plan, Voice voice, Setting setting) {
    Agent last = plan.standing().agent();
    if (last == null) {
      return unanswered(voice, setting.channel, setting.random);
    }
    Plot plot = new Plot(setting, plan, last, voice);
    plot.tell();
    return plot.beats;
  }

  private static List<Beat> unanswered(Voice voice, Channel channel, RandomGenerator random) {
    List<Beat> beats = new ArrayList<>();
    beats.add(new Beat(0, opening(voice, channel)));
    if (random.nextInt(5) == 0) {
      beats.add(new Beat(random.nextLong(HOUR, 8 * HOUR), new Act.Writes(voice.phrase("nudge"))));
    }
    return beats;
  }

  private static Act opening(Voice voice, Channel channel) {
    return channel == Channel.PHONE
        ? new Act.Records(voice.transcript())
        : new Act.Writes(voice.opening());
  }

  private void tell() {
    beats.add(new Beat(0, opening(voice, channel)));
    Status status = plan.standing().status();
    if (status == Status.CLOSED && random.nextInt(60) == 0) {
      withdrawn();
      return;
    }
    boolean handed = status == Status.ESCALATED || (status == Status.CLOSED && dice(9));
    Agent last = agent;
    Agent junior = handed ? team.beside(last, last.tier() - 1, random) : null;
    agent = junior == null ? last : junior;
    assign();
    switch (status) {
      case IN_PROGRESS -> working();
      case PENDING -> waiting();
      case ESCALATED -> escalated(last);
      default -> solved(last);
    }
  }

  /** The customer found it before anybody looked. */
  private void withdrawn() {
    after(pause(2 * HOUR), new Act.Writes(voice.phrase("nevermind")));
    after(pause(HOUR), new Act.Closes(agent));
  }

  private void assign() {
    boolean self = random.nextInt(10) < 4;
    boolean mate = random.nextInt(25) == 0;
    Agent other = mate ? team.beside(agent, 3, random) : null;
    if (other != null) {
      after(firstLook(), new Act.Assigns(null, other));
      after(pause(HOUR), new Act.Assigns(other, agent));
    } else {
      after(firstLook(), new Act.Assigns(self ? agent : null, agent));
    }
  }

  private void working() {
    int stage = random.nextInt(20);
    if (plan.talk() > 0) {
      ask();
      answer();
      investigate();
    } else if (stage < 4) {
      maybeNote(3);
    } else if (stage < 8) {
      says("look");
      maybeNote(3);
    } else if (stage < 15) {
      ask();
      answer();
      maybeNote(3);
    } else if (stage < 17) {
      ask();
      answer();
      says("reassure");
      after(pause(8 * HOUR), new Act.Writes(voice.phrase("nudge")));
    } else {
      ask();
      answer();
      after(reply(), new Act.Answers(agent, voice.say(agent, Part.FIX)));
    }
  }

  private void waiting() {
    ask();
    after(MINUTE, new Act.Moves(agent, Status.PENDING));
    maybeNote(4);
    if (dice(3)) {
      after(pause(DAY), new Act.Answers(agent, voice.say(agent, "waiting")));
    }
  }

  private void escalated(Agent to) {
    ask();
    answer();
    maybeNote(2);
    hand(to);
    if (random.nextBoolean()) {
      after(reply(), new Act.Answers(agent, voice.introduce(agent)));
    }
  }

  private void solved(Agent last) {
    int way = random.nextInt(20);
    boolean asks = way >= 11 || plan.talk() > 0 || plan.issue().of(Part.QUICK).isEmpty();
    if (asks) {
      ask();
      if (way > 17) {
        after(MINUTE, new Act.Moves(agent, Status.PENDING));
        after(pause(DAY), new Act.Writes(voice.phrase("backagain") + " " + voice.answer()));
      } else {
        answer();
      }
    }
    maybeNote(5);
    if (!agent.id().equals(last.id())) {
      hand(last);
      after(reply(), new Act.Assigns(agent, agent));
      after(MINUTE, new Act.Answers(agent, voice.introduce(agent)));
    }
    investigate();
    after(reply(), new Act.Answers(agent, voice.say(agent, asks ? Part.FIX : Part.QUICK)));
    finish();
  }

  private void finish() {
    thanks();
    resolve();
    boolean again = plan.standing().status() == Status.REOPENED || dice(24);
    if (again) {
      after(pause(2 * DAY), new Act.Writes(voice.phrase("again")));
      if (plan.standing().status() == Status.REOPENED) {
        return;
      }
      after(reply(), new Act.Moves(agent, Status.IN_PROGRESS));
      says("sorry");
      says("final");
      thanked = false;
      thanks();
      resolve();
    }
    rate(again);
    close();
  }

  private void thanks() {
    if (random.nextInt(20) < 8) {
      thanked = true;
      after(customerPause(), new Act.Writes(voice.phrase("thanks")));
      if (dice(4)) {
        says("welcome");
      }
    }
  }

  private void resolve() {
    long calm = thanked ? pause(20 * MINUTE) : pause(6 * HOUR);
    after(calm, new Act.Resolves(agent, voice.resolution()));
  }

  private void rate(boolean again) {
    if (random.nextInt(100) < 38) {
      int roll = random.nextInt(100) + (again ? -30 : thanked ? 12 : 0);
      int score = roll >= 48 ? 5 : roll >= 20 ? 4 : roll >= 8 ? 3 : roll >= 2 ? 2 : 1;
      String comment = random.nextInt(5) < 3 ? voice.phrase("rate" + score) : null;
      after(pause(3 * HOUR), new Act.Rates(score, comment));
    }
  }

  private void close() {
    if (!old || random.nextInt(40) == 0) {
      return;
    }
    if (!thanked && dice(3)) {
      after(3 * DAY + pause(6 * HOUR), new Act.Records(voice.phrase("autoclose")));
      after(1, new Act.Closes(null));
    } else {
      after(DAY + pause(DAY), new Act.Closes(dice(3) ? agent : null));
    }
  }

  private void ask() {
    after(reply(), new Act.Answers(agent, voice.say(agent, Part.ASK)));
  }

  private void answer() {
    after(customerPause(), new Act.Writes(voice.answer()));
  }

  private void says(String kind) {
    after(reply(), new Act.Answers(agent, voice.say(agent, kind)));
  }

  private void maybeNote(int oneIn) {
    if (dice(oneIn)) {
      after(pause(10 * MINUTE), new Act.Notes(agent, voice.note(agent)));
    }
  }

  private void hand(Agent to) {
    says("handover");
    after(MINUTE, new Act.Escalates(agent, to, voice.reason(to)));
    agent = to;
  }

  private void investigate() {
    for (int turn = 0; turn < plan.talk() / 2; turn++) {
      after(pause(20 * MINUTE), new Act.Writes(voice.investigation("customer", turn)));
      after(pause(15 * MINUTE), new Act.Answers(agent, voice.investigation("agent", turn)));
      if (random.nextInt(20) == 0) {
        after(pause(5 * MINUTE), new Act.Notes(agent, voice.note(agent)));
      }
    }
  }

  private void after(long seconds, Act act) {
    beats.add(new Beat(seconds, act));
  }

  private boolean dice(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private long firstLook() {
    return channel == Channel.CHAT ? pause(3 * MINUTE) : pause(70 * MINUTE);
  }

  private long reply() {
    return channel == Channel.CHAT ? pause(2 * MINUTE) : pause(50 * MINUTE);
  }

  private long customerPause() {
    return channel == Channel.CHAT ? pause(90) : pause(2 * HOUR);
  }

  /** A wait around {@code median} seconds: mostly near it, now and then much longer. */
  private long pause(long median) {
    return Math.max(5, (long) (median * Math.exp(random.nextGaussian() * 0.9)));
  }
}
