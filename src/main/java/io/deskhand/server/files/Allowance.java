package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Exchange;
import java.util.UUID;

/** How much one person may upload before messages carry it, and the disk can take. */
final class Allowance {
  private static final String RETRY_AFTER_SECONDS = "60";
  private final Ledger ledger;
  private final ContentStore content;

  Allowance(Ledger ledger, ContentStore content) {
    this.ledger = ledger;
    this.content = content;
  }

  /**
   * Makes sure that a file of {@code bytes} may come.
   *
   * @throws ProblemException with {@code rate_limited} or {@code out_of_space}
   */
  void require(Exchange exchange, long bytes) {
    UUID person = exchange.session().me().id();
    if (ledger.read(view -> view.attachments().unusedOf(person)) >= Limits.UNUSED_FILES) {
      exchange.answerHeader("Retry-After", RETRY_AFTER_SECONDS);
      throw ProblemException.of(
          ErrorCode.RATE_LIMITED, "Too many uploads that no message carries; send or delete some");
    }
    content.requireSpace(bytes);
  }
}
