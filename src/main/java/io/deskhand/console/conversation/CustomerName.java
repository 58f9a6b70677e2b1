package io.deskhand.console.conversation;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.model.Ticket;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketState;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Whom a reply is for: known as soon as the ticket has been read. FX thread only. */
final class CustomerName {
  private final Executor fx;
  private final String nobody;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private @Nullable LiveProperty<TicketState> state;

  /** {@code nobody}: what stands for a name that is not known. */
  CustomerName(Executor fx, String nobody) {
    this.fx = fx;
    this.nobody = nobody;
  }

  ReadOnlyStringProperty property() {
    return name.getReadOnlyProperty();
  }

  /** Follows another ticket, or none. */
  void show(@Nullable LiveTicket next) {
    if (state != null) {
      state.close();
      state = null;
    }
    name.set(nobody);
    if (next != null) {
      LiveProperty<TicketState> live = new LiveProperty<>(next.state(), fx);
      state = live;
      live.property().subscribe(now -> name.set(of(now.ticket())));
    }
  }

  private String of(@Nullable Ticket ticket) {
    String whole = ticket == null ? null : ticket.customerName();
    return whole == null || whole.isBlank() ? nobody : whole.strip().split("\\s+")[0];
  }
}
