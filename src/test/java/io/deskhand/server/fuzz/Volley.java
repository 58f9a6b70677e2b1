package io.deskhand.server.fuzz;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one request after the other, and looks at each answer; for one thread. */
final class Volley implements AutoCloseable {
  private static final int LARGE = 1 << 15;
  private final List<Person> people;
  private final Findings findings;
  private final Dice dice;
  private final Pools pools;
  private final Shots shots;
  private final Line line;
  private @Nullable Shot last;

  Volley(FuzzDesk desk, List<Person> people, Findings findings, long seed) {
    this.people = people;
    this.findings = findings;
    this.dice = new Dice(seed);
    this.pools = new Pools(desk.known());
    this.shots = new Shots(desk.api(), pools, dice);
    this.line = new Line(desk.address());
  }

  /** Sends one. */
  Answer fire() {
    Shots.Aimed aimed = shots.next(dice.pick(people));
    Shot shot = aimed.shot();
    last = shot;
    try {
      Answer answer = line.send(shot.bytes(), shot.method().equals("HEAD"));
      Judge.wrongWith(shot, answer)
          .ifPresent(
              wrong -> findings.add(wrong, shot.curl(), answer.status() + " " + answer.text()));
      pools.learn(aimed.path(), answer);
      return answer;
    } catch (IOException e) {
      // A server may hang up on what is large and not wanted; the sender may miss why.
      if (shot.body().length < LARGE) {
        findings.add("there is no answer", shot.curl(), e.toString());
      }
      return Answer.NONE;
    }
  }

  /** The request that was sent last. */
  String last() {
    return last == null ? "none" : last.curl();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
