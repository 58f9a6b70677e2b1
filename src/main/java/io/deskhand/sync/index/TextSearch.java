package io.deskhand.sync.index;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds tickets by what is written in them. Thread-safe. */
public interface TextSearch {
  /** Knows nothing, so that rows are searched one by one. */
  TextSearch NONE = text -> null;

  /** The {@link Ordinals} of the tickets that fit; null while that is not known. */
  @Nullable BitSet find(String text);
}
