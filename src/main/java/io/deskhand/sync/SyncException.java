package io.deskhand.sync;

import io.deskhand.protocol.ErrorCode;

/** Why the sync layer could not do what it was asked, in words for a person. */
public final class SyncException extends RuntimeException {
  private final Reason reason;

  /** What kind of trouble it is. */
  public enum Reason {
    /** The server could not be reached. */
    UNREACHABLE,
    /** Something answered that is no Deskhand server, or one of another version. */
    NOT_A_DESKHAND_SERVER,
    /** Nobody vouches for the server, or what is said to it could be read on the way. */
    UNTRUSTED_SERVER,
    /** E-mail and password do not belong together. */
    WRONG_CREDENTIALS,
    /** The session has ended and cannot be renewed. */
    SIGNED_OUT,
    /** Another program has this profile open. */
    PROFILE_IN_USE,
    /** What is kept here is locked with another password. */
    PROFILE_LOCKED,
    /** The disk is full. */
    DISK_FULL,
    /** The cache could not be read and has been set aside. */
    CACHE_DAMAGED,
    /** The server said no; see the message. */
    REFUSED,
    /** This needs the network, and the desk is offline. */
    OFFLINE,
    /** Something that should not happen. */
    INTERNAL
  }

  public SyncException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public SyncException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A code to show beside the message, stable between releases, such as {@code DH-UNREACHABLE}. */
  public String code() {
    return "DH-" + reason.name().replace('_', '-');
  }

  /** What the server refused, in the words of its problem document. */
  public static SyncException refused(ErrorCode code, String detail) {
    return new SyncException(Reason.REFUSED, detail + " (" + code.wire() + ")");
  }
}
