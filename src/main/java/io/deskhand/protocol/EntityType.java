package io.deskhand.protocol;

import io.deskhand.model.WireEnum;

/** The kinds of rows that are synchronised, as {@code entity} names them. */
public enum EntityType implements WireEnum {
  TICKET,
  MESSAGE,
  HISTORY,
  AGENT,
  DEPARTMENT,
  CATEGORY,
  ESCALATION,
  ACTIVITY,
  ISSUE,
  VIEW,
  MACRO,
  /** Of a later version of the program; to be passed over. Never written. */
  OTHER;

  @Override
  public boolean alsoKnownAs(String wanted) {
    // The last constant, so whatever no other one takes ends here.
    return this == OTHER;
  }
}
