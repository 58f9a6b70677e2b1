package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one of the staff keeps, for themselves or, {@code shared}, for the staff of {@code
 * departmentId}, or of the whole desk where that is null.
 */
public sealed interface Shareable permits Macro, SavedView {
  UUID id();

  String name();

  /** Whether it is for others than its owner. */
  boolean shared();

  /** Whom it is shared with; null unless it is shared with one department. */
  @Nullable UUID departmentId();

  /** Who made it. */
  UUID ownerId();

  /** Where it stands among the others: lower ones come first. */
  int position();
}
