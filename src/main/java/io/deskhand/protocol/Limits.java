package io.deskhand.protocol;

import java.time.Duration;

/** The sizes and times that both sides hold to. */
public final class Limits {
  /** The largest JSON body of a request, in bytes. */
  public static final int BODY_BYTES = 1 << 20;

  /** The largest frame that the server takes from a client, in bytes. */
  public static final int CLIENT_FRAME_BYTES = 64 * 1024;

  /** The largest frame that a client takes from the server, in bytes. */
  public static final int SERVER_FRAME_BYTES = 1 << 20;

  /** The deepest nesting of JSON. */
  public static final int JSON_DEPTH = 64;

  /** The longest subject, in characters. */
  public static final int SUBJECT = 255;

  /** The longest message, description or resolution, in characters. */
  public static final int TEXT = 50_000;

  /** The longest tag, name or key, in characters. */
  public static final int NAME = 200;

  /** The most tags on a ticket. */
  public static final int TAGS = 50;

  /** The largest file, in bytes. */
  public static final long FILE_BYTES = 25L << 20;

  /** The most files that one message carries. */
  public static final int MESSAGE_FILES = 10;

  /** The most files that one person may have uploaded without a message that carries them. */
  public static final int UNUSED_FILES = 100;

  /** The most rows in one page of a list. */
  public static final int PAGE = 500;

  /** The rows in a page if the client does not say. */
  public static final int DEFAULT_PAGE = 50;

  /** The most rows in one page of changes or of a snapshot. */
  public static final int SYNC_PAGE = 5_000;

  /** The most tickets in one bulk request by id. */
  public static final int BULK_IDS = 10_000;

  /** How often the server sends a heartbeat. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** How long a socket may stay open before it has authenticated. */
  public static final Duration AUTHENTICATE_WITHIN = Duration.ofSeconds(10);

  /** How many of those who have a ticket open are named. */
  public static final int VIEWERS = 50;

  private Limits() {}
}
