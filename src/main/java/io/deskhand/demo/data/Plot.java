package io.deskhand.demo.data;

import static io.deskhand.demo.data.Script.DAY;
import static io.deskhand.demo.data.Script.HOUR;
import static io.deskhand.demo.data.Script.MINUTE;

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
  /** What was solved stays open to the customer for so long. */
  private static final Duration CLOSED_AFTER = Duration.ofDays(5);

  private final CasePlan plan;
  private final Setting setting;
  private final Voice voice;
  private final RandomGenerator random;
  private final Agent last;
  private final Script script;

  private Plot(CasePlan plan, Setting setting, Voice voice, Agent first, Agent last) {
    this.plan = plan;
    this.setting = setting;
    this.voice = voice;
    this.random = setting.random;
    this.last = last;
    this.script = new Script(first, voice, setting.channel, random);
  }

  /** What a story is set in. */
  record Setting(Team team, Channel channel, Instant now, RandomGenerator random) {}

  /** The beats of {@code plan}; the first one is how the customer tells it. */
  static List<Beat> of(CasePlan plan, Voice voice, Setting setting) {
    Agent last = plan.standing().agent();
    if (last == null) {
      return unanswered(voice, setting);
    }
    Plot plot = new Plot(plan, setting, voice, first(plan, last, setting), last);
    plot.tell();
    return plot.script.beats();
  }

  private static List<Beat> unanswered(Voice voice, Setting setting) {
    List<Beat> beats = new ArrayList<>();
    beats.add(new Beat(0, Script.opening(voice, setting.channel)));
    if (setting.random.nextInt(5) == 0) {
      long wait = setting.random.nextLong(HOUR, 8 * HOUR);
      beats.add(new Beat(wait, new Act.Writes(voice.phrase("nudge"))));
    }
    return beats;
  }

  /** Who begins: somebody of a lower tier if the last one got it by escalation. */
  private static Agent first(CasePlan plan, Agent last, Setting setting) {
    Status status = plan.standing().status();
    boolean handed =
        status == Status.ESCALATED || (status == Status.CLOSED && setting.random.nextInt(9) == 0);
    Agent junior = handed ? setting.team.beside(last, last.tier() - 1, setting.random) : null;
    return junior == null ? last : junior;
  }

  private void tell() {
    Status status = plan.standing().status();
    if (status == Status.CLOSED && script.dice(60)) {
      withdrawn();
      return;
    }
    assign();
    switch (status) {
      case IN_PROGRESS -> working();
      case PENDING -> waiting();
      case ESCALATED -> escalated();
      default -> solved(status);
    }
  }

  /** The customer found it before anybody looked. */
  private void withdrawn() {
    script.writes(script.pause(2 * HOUR), "nevermind");
    script.after(script.pause(HOUR), new Act.Closes(last));
  }

  private void assign() {
    Agent first = script.agent();
    boolean self = random.nextInt(10) < 4;
    Agent other = script.dice(25) ? setting.team.beside(first, 3, random) : null;
    if (other != null) {
      script.after(script.firstLook(), new Act.Assigns(null, other));
      script.after(script.pause(HOUR), new Act.Assigns(other, first));
    } else {
      script.after(script.firstLook(), new Act.Assigns(self ? first : null, first));
    }
  }

  private void working() {
    int stage = random.nextInt(20);
    if (plan.talk() == 0 && stage < 4) {
      script.maybeNotes(3);
      return;
    }
    if (plan.talk() == 0 && stage < 8) {
      script.says("look");
      script.maybeNotes(3);
      return;
    }
    script.says(Part.ASK);
    script.answers();
    if (plan.talk() > 0) {
      investigate();
    } else if (stage < 15) {
      script.maybeNotes(3);
    } else if (stage < 17) {
      script.says("reassure");
      script.writes(script.pause(8 * HOUR), "nudge");
    } else {
      script.says(Part.FIX);
    }
  }

  private void waiting() {
    script.says(Part.ASK);
    script.after(MINUTE, new Act.Moves(script.agent(), Status.PENDING));
    script.maybeNotes(4);
    if (script.dice(3)) {
      String reminder = voice.say(script.agent(), "waiting");
      script.after(script.pause(DAY), new Act.Answers(script.agent(), reminder));
    }
  }

  private void escalated() {
    script.says(Part.ASK);
    script.answers();
    script.maybeNotes(2);
    script.hands(last);
    if (random.nextBoolean()) {
      introduce(script.reply());
    }
  }

  private void solved(Status today) {
    int way = random.nextInt(20);
    boolean asks = way >= 11 || plan.talk() > 0 || plan.issue().of(Part.QUICK).isEmpty();
    if (asks) {
      script.says(Part.ASK);
      answerAtLast(way > 17);
    }
    script.maybeNotes(5);
    if (!script.agent().id().equals(last.id())) {
      script.hands(last);
      script.after(script.reply(), new Act.Assigns(last, last));
      introduce(MINUTE);
    }
    investigate();
    script.says(asks ? Part.FIX : Part.QUICK);
    boolean old = plan.createdAt().isBefore(setting.now.minus(CLOSED_AFTER));
    new Ending(script, old).tell(today);
  }

  private void answerAtLast(boolean late) {
    if (late) {
      script.after(MINUTE, new Act.Moves(script.agent(), Status.PENDING));
      String words = voice.phrase("backagain") + " " + voice.answer();
      script.after(script.pause(DAY), new Act.Writes(words));
    } else {
      script.answers();
    }
  }

  private void introduce(long wait) {
    script.after(wait, new Act.Answers(last, voice.introduce(last)));
  }

  private void investigate() {
    for (int turn = 0; turn < plan.talk() / 2; turn++) {
      Agent agent = script.agent();
      script.after(
          script.pause(20 * MINUTE), new Act.Writes(voice.investigation("customer", turn)));
      script.after(
          script.pause(15 * MINUTE), new Act.Answers(agent, voice.investigation("agent", turn)));
      if (script.dice(20)) {
        script.after(script.pause(5 * MINUTE), new Act.Notes(agent, voice.note(agent)));
      }
    }
  }
}
