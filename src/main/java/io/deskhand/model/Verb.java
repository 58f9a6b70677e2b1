package io.deskhand.model;

/** What can be done to a ticket; {@link Lifecycle} says when. */
public enum Verb implements WireEnum {
  CREATE,
  UPDATE,
  ASSIGN,
  ESCALATE,
  RESOLVE,
  CLOSE,
  REOPEN,
  DELETE
}
