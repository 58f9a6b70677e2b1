package io.deskhand.model.sla;

/** How a target of a ticket stands. */
public enum SlaMark {
  NO_TARGET,
  OPEN,
  MET,
  MISSED
}
