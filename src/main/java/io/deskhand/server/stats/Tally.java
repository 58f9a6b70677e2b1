package io.deskhand.server.stats;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.protocol.Ratings;
import io.deskhand.protocol.WorkFigures;
import io.deskhand.server.index.TicketFact;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts tickets, and collects what their figures are of. */
final class Tally {
  private static final int SCORES = 5;
  private final long[] byStatus = new long[Status.values().length];
  private final long[] byPriority = new long[Priority.values().length];
  private final long[] byChannel = new long[Channel.values().length];
  private final long[] byScore = new long[SCORES + 1];
  private long[] byCategory = new long[16];
  private @Nullable String[] categories = new String[16];
  private final Durations firstResponse = new Durations();
  private final Durations resolution = new Durations();
  private long unassigned = 0;
  private long ended = 0;
  private long reopened = 0;
  private long escalated = 0;

  void add(TicketFact fact) {
    byStatus[place(fact.status())]++;
    byPriority[place(fact.priority())]++;
    byChannel[place(fact.channel())]++;
    byScore[fact.satisfaction()]++;
    byCategory[categoryPlace(fact)]++;
    if (fact.firstResponseAt() != TicketFact.NEVER) {
      firstResponse.add(fact.firstResponseAt() - fact.createdAt());
    }
    if (fact.resolvedAt() != TicketFact.NEVER) {
      resolution.add(fact.resolvedAt() - fact.createdAt());
    }
    boolean active = fact.status().isActive();
    if (active && fact.holderNumber() == 0) {
      unassigned++;
    }
    if (!active || fact.reopened() > 0) {
      ended++;
    }
    if (fact.reopened() > 0) {
      reopened++;
    }
    if (fact.escalated() > 0) {
      escalated++;
    }
  }

  /** Looked up by name only once: each ticket has one. */
  private int categoryPlace(TicketFact fact) {
    int place = fact.categoryNumber();
    if (place >= categories.length) {
      int length = Math.max(place + 1, categories.length * 2);
      byCategory = Arrays.copyOf(byCategory, length);
      categories = Arrays.copyOf(categories, length);
    }
    if (categories[place] == null) {
      categories[place] = fact.category();
    }
    return place;
  }

  Map<Status, Long> byStatus() {
    return counts(Status.class, byStatus);
  }

  /** Those that need work and that nobody has. */
  long unassigned() {
    return unassigned;
  }

  long total() {
    long sum = 0;
    for (long count : byStatus) {
      sum += count;
    }
    return sum;
  }

  WorkFigures figures() {
    return new WorkFigures(
        firstResponse.spread(),
        resolution.spread(),
        ratings(),
        counts(Priority.class, byPriority),
        categories(),
        counts(Channel.class, byChannel),
        reopened,
        share(reopened, ended),
        escalated,
        share(escalated, total()));
  }

  private Map<String, Long> categories() {
    Map<String, Long> found = new TreeMap<>();
    for (int place = 0; place < categories.length; place++) {
      String category = categories[place];
      if (category != null) {
        found.put(category, byCategory[place]);
      }
    }
    return found;
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private Ratings ratings() {
    Map<Integer, Long> scores = new TreeMap<>();
    long count = 0;
    double sum = 0;
    for (int score = 1; score <= SCORES; score++) {
      if (byScore[score] > 0) {
        scores.put(score, byScore[score]);
        count += byScore[score];
        sum += (double) score * byScore[score];
      }
    }
    return new Ratings(count, count == 0 ? null : sum / count, scores);
  }

  private static <E extends Enum<E>> Map<E, Long> counts(Class<E> type, long[] counts) {
    Map<E, Long> found = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      if (counts[place(value)] > 0) {
        found.put(value, counts[place(value)]);
      }
    }
    return found;
  }

  @SuppressWarnings("EnumOrdinal") // A place in an array of this run alone.
  private static int place(Enum<?> value) {
    return value.ordinal();
  }
}
