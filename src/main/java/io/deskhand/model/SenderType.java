package io.deskhand.model;

/** Who wrote a message. */
public enum SenderType implements WireEnum {
  CUSTOMER,
  AGENT,
  SYSTEM
}
