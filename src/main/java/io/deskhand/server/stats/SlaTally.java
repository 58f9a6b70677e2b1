package io.deskhand.server.stats;

import io.deskhand.model.Priority;
import io.deskhand.model.sla.SlaMark;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.protocol.SlaStats;
import io.deskhand.server.index.TicketFact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how one target of many tickets stands. */
final class SlaTally {
  private final SlaTarget target;
  private final Map<Priority, Marks> byPriority = new EnumMap<>(Priority.class);
  private final Marks all = new Marks();

  SlaTally(SlaTarget target) {
    this.target = target;
  }

  void add(TicketFact fact) {
    SlaMark mark = fact.mark(target);
    if (mark != SlaMark.NO_TARGET) {
      all.add(mark);
      byPriority.computeIfAbsent(fact.priority(), key -> new Marks()).add(mark);
    }
  }

  SlaStats.Line line() {
    List<SlaStats.PriorityLine> lines = new ArrayList<>();
    byPriority.forEach(
        (priority, marks) -> lines.addFirst(new SlaStats.PriorityLine(priority, marks.counts())));
    return new SlaStats.Line(target, all.counts(), lines);
  }

  private static final class Marks {
    private long met = 0;
    private long missed = 0;
    private long open = 0;

    void add(SlaMark mark) {
      switch (mark) {
        case MET -> met++;
        case MISSED -> missed++;
        case OPEN -> open++;
        case NO_TARGET -> {}
      }
    }

    SlaStats.Counts counts() {
      long judged = met + missed;
      return new SlaStats.Counts(met, missed, open, judged == 0 ? null : (double) met / judged);
    }
  }
}
