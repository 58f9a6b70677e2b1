package io.deskhand.console.signin;

/**
 * How far a demo desk is.
 *
 * @param done tickets that are there
 * @param total tickets that it will have; 0 while that is not known
 */
public record DemoProgress(long done, long total) {
  /** 0 to 1; -1 while it is not known. */
  public double fraction() {
    return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
  }
}
