package io.deskhand.model;

/** What a signed-in person may see and do (contract section 3). */
public enum Role implements WireEnum {
  CUSTOMER,
  AGENT,
  LEAD,
  ADMIN;

  /** Whether this person works at the desk, rather than asking it for help. */
  public boolean isStaff() {
    return this != CUSTOMER;
  }

  /** Whether this person leads others: may reassign, work in bulk and decide escalations. */
  public boolean isLead() {
    return this == LEAD || this == ADMIN;
  }
}
