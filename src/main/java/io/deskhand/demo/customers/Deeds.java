package io.deskhand.demo.customers;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what a customer wants to do; people shrug when it fails, and so do these. */
final class Deeds {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);
  private final CustomerSession session;

  Deeds(CustomerSession session) {
    this.session = session;
  }

  /** Something that needs an access token. */
  @FunctionalInterface
  interface Deed {
    void run(String token) throws IOException;
  }

  /** Whether it went well; what went wrong is in the log. */
  boolean attempt(String what, Deed deed) {
    try {
      deed.run(session.token());
      return true;
    } catch (IOException e) {
      LOG.debug("cannot {} now: {}", what, e.toString());
      return false;
    } catch (ProblemException e) {
      ErrorCode code = e.problem().code();
      if (code.status() == ErrorCode.UNAUTHENTICATED.status()) {
        session.distrust();
      }
      LOG.info("may not {}: {}", what, e.getMessage());
      return false;
    }
  }
}
