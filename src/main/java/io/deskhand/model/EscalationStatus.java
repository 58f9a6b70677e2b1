package io.deskhand.model;

/** What became of an escalation request. */
public enum EscalationStatus implements WireEnum {
  PENDING,
  APPROVED,
  DENIED
}
