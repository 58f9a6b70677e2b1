package io.deskhand.protocol;

import io.deskhand.model.WireEnum;

/** The kinds of rows that are synchronised, as {@code entity} names them. */
public enum EntityType implements WireEnum {
  TICKET,
  MESSAGE,
  HISTORY,
  AGENT,
  DEPARTMENT,
  CATEGORY
}
