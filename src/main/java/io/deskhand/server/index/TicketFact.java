package io.deskhand.server.index;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.sla.SlaMark;
import io.deskhand.model.sla.SlaTarget;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one ticket adds to statistics; times are milliseconds since the epoch. Valid only while it
 * is looked at: the next ticket may be the same object.
 */
public interface TicketFact {
  /** The time of what has not happened. */
  long NEVER = LongColumn.NONE;

  Status status();

  Priority priority();

  String category();

  /** A small number that is of this {@link #category} alone while tickets are looked at. */
  int categoryNumber();

  Channel channel();

  /** Whoever has it: by escalation, else by assignment; null for nobody. */
  @Nullable UUID holder();

  /**
   * A small number that is of this {@link #holder} alone while tickets are looked at; 0: nobody.
   */
  int holderNumber();

  @Nullable UUID departmentId();

  /** A small number that is of this {@link #departmentId} alone while tickets are looked at. */
  int departmentNumber();

  long createdAt();

  /** {@link #NEVER} before it. */
  long firstResponseAt();

  /** {@link #NEVER} before it. */
  long resolvedAt();

  /** 1 to 5; 0 for none. */
  int satisfaction();

  /** How often it was reopened. */
  int reopened();

  /** How often it was escalated, whatever became of that. */
  int escalated();

  /** How a target stands; a deadline is missed once its alert is out. */
  SlaMark mark(SlaTarget target);
}
