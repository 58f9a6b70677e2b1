package io.deskhand.sync.rest;

/** The session is over and cannot be renewed: the person must sign in again. */
public final class SessionEnded extends RuntimeException {
  SessionEnded(Refused why) {
    super(why.words(), why);
  }
}
