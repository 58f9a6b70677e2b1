package io.deskhand.sync;

import io.deskhand.model.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps an intent until a person decides, as far as it is more than words. */
public sealed interface Conflict {
  /**
   * A reply to a conversation in which others have written since.
   *
   * @param seen how many messages it had when the reply was written
   */
  record MovedOn(int seen) implements Conflict {}

  /** Somebody else has set the same fields meanwhile. */
  record SameFields(List<Field> fields) implements Conflict {
    public SameFields {
      fields = List.copyOf(fields);
    }
  }

  /** The ticket is in a state by now in which this cannot be done. */
  record NotPossible(Status now) implements Conflict {}

  /** The ticket was deleted, or this person may not see it any more. */
  record OutOfReach() implements Conflict {}

  /**
   * A field that two people have set; values are as on the wire, null for none.
   *
   * @param name as on the wire
   * @param before what it was when the intent was written
   * @param theirs what it is now
   * @param yours what it was to be
   */
  record Field(
      String name, @Nullable String before, @Nullable String theirs, @Nullable String yours) {}
}
