package io.deskhand.server.index;

/** Where the words of a text can be, and how much it counts to be found there. */
enum TextField {
  SUBJECT("subject", 4),
  MESSAGE("message", 1),
  /** What customers never see. */
  NOTE("note", 1);

  private final String field;
  private final float weight;

  TextField(String field, float weight) {
    this.field = field;
    this.weight = weight;
  }

  /** Its name in the index on disk. */
  String field() {
    return field;
  }

  /** The field beside it with the {@link Beginnings} of its words. */
  String begun() {
    return field + "^";
  }

  /** Whether its documents are never deleted: those of messages are not. */
  boolean isForGood() {
    return this != SUBJECT;
  }

  float weight() {
    return weight;
  }
}
