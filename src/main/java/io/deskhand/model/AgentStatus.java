package io.deskhand.model;

/** Whether an agent takes new tickets. */
public enum AgentStatus implements WireEnum {
  AVAILABLE,
  BUSY,
  AWAY
}
