package io.deskhand.sync.rest;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How requests reach one server, and its answers come back. Blocks; thread-safe. */
public interface Transport extends AutoCloseable {
  /**
   * Sends a request and waits for its answer, whatever its status.
   *
   * @throws NotDeskhand if the answer is larger than any of a Deskhand server
   * @throws IOException if none comes; the server may have carried the request out
   */
  Answer exchange(Ask ask) throws IOException;

  /** Drops idle connections, after a sleep or a change of networks. */
  void evict();

  /** Ends what is under way. */
  @Override
  void close();

  /**
   * A request.
   *
   * @param path below the server's address, with its query
   * @param headers a body is JSON unless they have another Content-Type
   * @param body null for none
   * @param repeatable whether it may be sent again by itself when the connection breaks
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, on its way out
  record Ask(
      String method,
      String path,
      Map<String, String> headers,
      byte @Nullable [] body,
      boolean repeatable) {}

  /**
   * An answer.
   *
   * @param reason the words beside the status; may be empty
   * @param retryAfter the header of that name; null if it is not there
   * @param uploadOffset the header of that name; null if it is not there
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, on its way in
  record Answer(
      int status,
      String reason,
      @Nullable String retryAfter,
      @Nullable String uploadOffset,
      byte[] body) {
    /** Of a request that uploads nothing. */
    public Answer(int status, String reason, @Nullable String retryAfter, byte[] body) {
      this(status, reason, retryAfter, null, body);
    }
  }
}
