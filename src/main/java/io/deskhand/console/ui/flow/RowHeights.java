package io.deskhand.console.ui.flow;

import java.util.Arrays;

/** How high rows are, or are likely to be: those that were not measured yet count as the mean. */
final class RowHeights {
  private static final double UNKNOWN = -1;
  private static final double FIRST_GUESS = 56;
  private double[] heights = new double[0];
  private double measuredSum;
  private int measured;

  void reset(int rows) {
    heights = new double[rows];
    Arrays.fill(heights, UNKNOWN);
    measuredSum = 0;
    measured = 0;
  }

  void set(int index, double height) {
    forget(index);
    heights[index] = height;
    measuredSum += height;
    measured++;
  }

  private void forget(int index) {
    if (isKnown(index)) {
      measuredSum -= heights[index];
      measured--;
    }
  }

  boolean isKnown(int index) {
    return heights[index] != UNKNOWN;
  }

  double get(int index) {
    return isKnown(index) ? heights[index] : mean();
  }

  double total() {
    return measuredSum + (heights.length - measured) * mean();
  }

  /** How far below the first row's top this row's top is. */
  double above(int index) {
    double sum = 0;
    double mean = mean();
    for (int i = 0; i < index; i++) {
      sum += isKnown(i) ? heights[i] : mean;
    }
    return sum;
  }

  /** The row at a distance from the first row's top; the last row where there is none. */
  int at(double offset) {
    double sum = 0;
    double mean = mean();
    for (int i = 0; i < heights.length; i++) {
      sum += isKnown(i) ? heights[i] : mean;
      if (sum > offset) {
        return i;
      }
    }
    return heights.length - 1;
  }

  private double mean() {
    return measured == 0 ? FIRST_GUESS : measuredSum / measured;
  }
}
