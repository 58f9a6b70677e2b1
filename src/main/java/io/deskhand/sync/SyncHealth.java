package io.deskhand.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a desk's copy is doing, at one moment: figures and the program's own words, and nothing of
 * what customers or agents have written, so that it can be shown to anybody.
 *
 * @param connection whether the server is there
 * @param asOf when the copy was last known to be true; null if never
 * @param cursor up to where the copy follows the server's log; null before the first snapshot
 * @param head the end of that log, as far as it was told; null while it was not
 * @param comparison the last comparison with the server; null before the first
 * @param comparisons how often it was compared since the start
 * @param differences how often that showed a difference
 * @param incidents what was not expected, oldest first, in words without what it was about
 */
public record SyncHealth(
    Instant at,
    ConnectionState.Phase connection,
    @Nullable Instant asOf,
    @Nullable Long cursor,
    @Nullable Long head,
    Queue queue,
    @Nullable Comparison comparison,
    int comparisons,
    int differences,
    Traffic traffic,
    Disk disk,
    Versions versions,
    List<Incident> incidents) {
  public SyncHealth {
    incidents = List.copyOf(incidents);
  }

  /** How many intents there are, by how far they are. */
  public record Queue(int queued, int waiting, int held, int refused) {
    /** All of them. */
    public int depth() {
      return queued + waiting + held + refused;
    }
  }

  /**
   * The copy beside the server at one point of its log.
   *
   * @param here how many tickets the copy has
   * @param there how many the server has for this session
   * @param equal whether they are the same ones in the same versions
   */
  public record Comparison(Instant at, long head, long here, long there, boolean equal) {}

  /** Bytes since the start, without what the network itself adds. */
  public record Traffic(long received, long sent) {}

  /** Bytes on disk; {@code files} are those that messages carry, sent or not. */
  public record Disk(long cache, long outbox, long search, long files) {
    /** All of them. */
    public long total() {
      return cache + outbox + search + files;
    }
  }

  /**
   * What runs here.
   *
   * @param schema of what the server sends; 0 before it was heard
   * @param cache the shape of the copy on disk
   */
  public record Versions(String program, int schema, int cache, String java, String system) {}

  /** Something that was not expected. */
  public record Incident(Instant at, String what) {}
}
