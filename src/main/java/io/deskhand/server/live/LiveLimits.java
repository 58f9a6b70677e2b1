package io.deskhand.server.live;

/**
 * What one socket may use up.
 *
 * @param waitingFrames frames that may wait for a slow client
 * @param waitingBytes what they may have together
 * @param burst frames that a client may send at once
 * @param perSecond frames that it may send in the long run
 * @param refused refused frames that it may send at once before it is cut
 * @param rooms tickets that it may have open
 */
public record LiveLimits(
    int waitingFrames, long waitingBytes, int burst, int perSecond, int refused, int rooms) {
  public static final LiveLimits STANDARD = new LiveLimits(2_000, 4L << 20, 200, 40, 30, 100);
}
