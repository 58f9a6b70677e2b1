package io.deskhand.model;

/** Where a ticket came in. */
public enum Channel implements WireEnum {
  EMAIL,
  CHAT,
  PHONE,
  WEB,
  API
}
