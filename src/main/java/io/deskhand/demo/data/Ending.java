package io.deskhand.demo.data;

import static io.deskhand.demo.data.Script.DAY;
import static io.deskhand.demo.data.Script.HOUR;
import static io.deskhand.demo.data.Script.MINUTE;

import io.deskhand.model.Status;

/** How a solved ticket ends: thanks, resolution, sometimes a second round, rating, closing. */
final class Ending {
  private final Script script;
  private final boolean old;
  private boolean thanked;

  /** {@code old} tickets are closed by now. */
  Ending(Script script, boolean old) {
    this.script = script;
    this.old = old;
  }

  /** Ends it as {@code today} says: reopened, or done. */
  void tell(Status today) {
    solve();
    boolean again = today == Status.REOPENED || script.dice(24);
    if (again) {
      script.writes(script.pause(2 * DAY), "again");
      if (today == Status.REOPENED) {
        return;
      }
      script.after(script.reply(), new Act.Moves(script.agent(), Status.IN_PROGRESS));
      script.says("sorry");
      script.says("final");
      solve();
    }
    rate(again);
    close();
  }

  private void solve() {
    thanked = script.random.nextInt(20) < 8;
    if (thanked) {
      script.writes(script.customerPause(), "thanks");
      if (script.dice(4)) {
        script.says("welcome");
      }
    }
    long calm = thanked ? script.pause(20 * MINUTE) : script.pause(6 * HOUR);
    script.after(calm, new Act.Resolves(script.agent(), script.voice().resolution()));
  }

  private void rate(boolean again) {
    if (script.random.nextInt(100) < 38) {
      int roll = script.random.nextInt(100) + (again ? -30 : thanked ? 12 : 0);
      int score = roll >= 48 ? 5 : roll >= 20 ? 4 : roll >= 8 ? 3 : roll >= 2 ? 2 : 1;
      boolean talks = script.random.nextInt(5) < 3;
      String comment = talks ? script.voice().phrase("rate" + score) : null;
      script.after(script.pause(3 * HOUR), new Act.Rates(score, comment));
    }
  }

  private void close() {
    if (!old || script.dice(40)) {
      return;
    }
    if (!thanked && script.dice(3)) {
      String told = script.voice().phrase("autoclose");
      script.after(3 * DAY + script.pause(6 * HOUR), new Act.Records(told));
      script.after(1, new Act.Closes(null));
    } else {
      script.after(DAY + script.pause(DAY), new Act.Closes(script.dice(3) ? script.agent() : null));
    }
  }
}
