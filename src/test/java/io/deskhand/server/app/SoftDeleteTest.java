package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftDeleteTest extends ServerTest {
  @Test
  void aDeletedTicketIsGoneButItsRowAndItsHistoryStay() {
    Ticket ticket = newTicket();
    assertThat(lea.delete(Routes.ticket(ticket.id())).status()).isEqualTo(204);
    lea.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
    lea.get(Routes.ticket(ticket.id(), "history")).problem(ErrorCode.NOT_FOUND);
    cora.post(Routes.TICKETS, Map.of("id", ticket.id(), "subject", "Again"))
        .problem(ErrorCode.CONFLICT);
    server.close();
    try (Store store = TestDatabase.open(data, clock)) {
      List<HistoryEntry> history =
          store.ledger().read(view -> view.history().page(ticket.id(), true, null, 10));
      assertThat(history)
          .extracting(HistoryEntry::action)
          .containsExactly(HistoryAction.TICKET_CREATED, HistoryAction.TICKET_DELETED);
      assertThat(history.getLast().performedBy()).isEqualTo(TestDesk.LEA.id());
      boolean known = store.ledger().read(view -> view.tickets().isTaken(ticket.id()));
      assertThat(known).isTrue();
    }
    assertThat(TestDatabase.audit(data).broken()).isNull();
  }
}
