package io.deskhand.console.app;

import java.util.UUID;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The place for an open ticket. FX thread only. */
interface TicketPane extends AutoCloseable {
  Parent node();

  /** Shows another ticket; null shows that none is open. */
  void show(@Nullable UUID ticketId);

  /** Puts the caret into the composer of the ticket that is shown. */
  void focusComposer();

  @Override
  void close();
}
