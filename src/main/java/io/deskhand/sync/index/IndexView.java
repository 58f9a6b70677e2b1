package io.deskhand.sync.index;

/** Something computed from the index and kept up to date. Called on the index's thread only. */
interface IndexView {
  /** Starts with every row that is there. */
  void fill(RowTable all);

  /** Follows a step. */
  void change(Deltas deltas);
}
