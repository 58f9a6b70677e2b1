package io.deskhand.console.ui.flow;

import javafx.scene.layout.Region;

/**
 * What the rows of a {@link RowFlow} are, and how they are drawn.
 *
 * @param <R> an immutable row; equal rows look the same
 */
public interface RowKind<R> {
  /** Names a row for as long as it lives, whatever it shows. */
  Object key(R row);

  /** Rows of one kind share cells. */
  Object kind(R row);

  /** A new cell for rows of a kind. */
  Cell<R> create(Object kind);

  /** Draws rows, one after the other. */
  interface Cell<R> {
    /** What it draws with; the same for the cell's whole life. */
    Region node();

    /** Draws {@code row} from now on. */
    void show(R row);
  }
}
