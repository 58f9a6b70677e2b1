package io.deskhand.console.queue;

/** How high the queue's rows are, in pixels at a text scale of 1. */
public enum Density {
  COMFORTABLE(52),
  COMPACT(36);

  private final double height;

  Density(double height) {
    this.height = height;
  }

  double height() {
    return height;
  }
}
