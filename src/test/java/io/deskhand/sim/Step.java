package io.deskhand.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Something that is done to the desk.
 *
 * @param at milliseconds after the beginning
 * @param salt all that is diced in it comes from this, so that a step is the same without others
 */
record Step(long at, Kind kind, long salt) {
  private static final int STEPS = 45;
  private static final int GAP_MILLIS = 4_000;

  /** One run of so many ends with a change that a console does not hear of. */
  private static final int LAST_UNHEARD = 3;

  /** What can be done, and how often it is. */
  enum Kind {
    SAY(14),
    NOTE(3),
    SAY_WITH_FILES(10),
    RENAME(10),
    PRIORITY(5),
    STATUS(4),
    TAKE(5),
    HAND_OVER(3),
    RESOLVE(4),
    CLOSE(2),
    REOPEN(2),
    ESCALATE(2),
    CREATE(4),
    POISON(2),
    AVAILABILITY(2),
    OPEN(8),
    LEAVE(4),
    MARK_READ(3),
    TYPE(3),
    DRAFT(4),
    DRAFT_FILE(2),
    SAVE_FILES(8),
    TEND(4),
    OFFLINE_SWITCH(3),
    CUSTOMER_SAYS(10),
    CUSTOMER_ASKS(4),
    CUSTOMER_SENDS_FILE(4),
    DESK_ASSIGNS(6),
    DESK_DELETES(2),
    DESK_MOVES_TICKET(3),
    DESK_MOVES_AGENT(2),
    DESK_CHANGES_ROLE(1),
    CUT(5),
    ONE_WAY(3),
    RESET(4),
    STORM(6),
    SLOW(3),
    FAIR(8),
    KILL(4),
    KILL_WHILE_WRITING(6),
    QUIT(2),
    CORRUPT(1),
    SKEW(2),
    TOKEN_ENDS(2),
    MONTH_AWAY(1),
    LAST_WORDS(4),
    KILL_ON_THE_WAY(6),
    SLEEP(3),
    DISK_FULL(2),
    OPEN_TWICE(1),
    UPGRADE(1),
    FLAP(2),
    SERVER_SLOW(2),
    DESK_BULK(2),
    SERVER_RESTART(2),
    SERVER_KILL(2),
    BACKUP(3),
    RESTORE(3),
    FORGOTTEN(2),
    UNHEARD(4);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** The steps of a run. */
  static List<Step> plan(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    int total = 0;
    for (Kind kind : Kind.values()) {
      total += kind.weight;
    }
    List<Step> steps = new ArrayList<>();
    long at = 500;
    for (int i = 0; i < STEPS; i++) {
      at += dice.nextInt(GAP_MILLIS);
      steps.add(new Step(at, pick(dice.nextInt(total)), dice.nextLong()));
    }
    if (dice.nextInt(LAST_UNHEARD) == 0) {
      // What nothing follows shows only in what is said now and then.
      steps.add(new Step(at + GAP_MILLIS, Kind.UNHEARD, dice.nextLong()));
    }
    return List.copyOf(steps);
  }

  private static Kind pick(int at) {
    int left = at;
    for (Kind kind : Kind.values()) {
      left -= kind.weight;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException(Integer.toString(at));
  }
}
