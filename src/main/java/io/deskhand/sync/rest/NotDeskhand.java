package io.deskhand.sync.rest;

import java.io.IOException;

/** Something answered, and it does not speak as a Deskhand server does. */
public final class NotDeskhand extends IOException {
  NotDeskhand(String message, Throwable cause) {
    super(message, cause);
  }

  NotDeskhand(String message) {
    super(message);
  }
}
