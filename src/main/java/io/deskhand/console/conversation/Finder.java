package io.deskhand.console.conversation;

import io.deskhand.console.ui.Span;
import java.util.List;

/** Finds what is searched for in the text of a message. */
interface Finder {
  /** Nothing is searched for. */
  Finder NOTHING = text -> List.of();

  /** The pieces to mark, in order. */
  List<Span> in(String text);
}
