package io.deskhand.model;

/** How urgent a ticket is, least first, so that the natural order is the sort order. */
public enum Priority implements WireEnum {
  LOW,
  MEDIUM,
  HIGH,
  URGENT;

  @Override
  public boolean alsoKnownAs(String wanted) {
    return this == URGENT && wanted.equals("critical");
  }
}
