package io.deskhand.console.queue;

import io.deskhand.model.WireEnum;
import io.deskhand.sync.TicketQuery;
import java.util.List;

/** The orders that the queue's menu offers. */
enum Order implements WireEnum {
  ACTIVITY,
  NEWEST,
  OLDEST,
  PRIORITY,
  DUE,
  STATUS,
  SUBJECT,
  CUSTOMER,
  ASSIGNEE;

  List<TicketQuery.Sort> sorts() {
    return switch (this) {
      case ACTIVITY -> List.of(down(TicketQuery.Key.LAST_MESSAGE_AT));
      case NEWEST -> List.of(down(TicketQuery.Key.CREATED_AT));
      case OLDEST -> List.of(up(TicketQuery.Key.CREATED_AT));
      case PRIORITY -> List.of(down(TicketQuery.Key.PRIORITY), up(TicketQuery.Key.CREATED_AT));
      case DUE -> List.of(up(TicketQuery.Key.DUE_AT));
      case STATUS -> List.of(up(TicketQuery.Key.STATUS), down(TicketQuery.Key.LAST_MESSAGE_AT));
      case SUBJECT -> List.of(up(TicketQuery.Key.SUBJECT));
      case CUSTOMER -> List.of(up(TicketQuery.Key.CUSTOMER));
      case ASSIGNEE -> List.of(up(TicketQuery.Key.ASSIGNEE), down(TicketQuery.Key.LAST_MESSAGE_AT));
    };
  }

  private static TicketQuery.Sort up(TicketQuery.Key key) {
    return new TicketQuery.Sort(key, false);
  }

  private static TicketQuery.Sort down(TicketQuery.Key key) {
    return new TicketQuery.Sort(key, true);
  }
}
