package io.deskhand.console.queue;

import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One of the views on the left: a name and a query.
 *
 * @param id stable; also the key of its title, {@code view.<id>}
 * @param icon a Feather icon literal
 */
record SavedView(String id, String icon, TicketQuery query) {
  private static final Set<Status> ACTIVE =
      EnumSet.of(
          Status.OPEN, Status.PENDING, Status.IN_PROGRESS, Status.ESCALATED, Status.REOPENED);
  private static final Set<Status> WORKED_ON =
      EnumSet.of(Status.OPEN, Status.IN_PROGRESS, Status.REOPENED);
  private static final TicketQuery LIVE = TicketQuery.ALL.withStatuses(ACTIVE);

  /** The views that somebody of this role has, in their order. */
  static List<SavedView> of(Role role) {
    List<SavedView> views = new ArrayList<>();
    views.add(new SavedView("mine", "fth-user", LIVE.withAssignee(Assignee.ME)));
    views.add(new SavedView("unassigned", "fth-inbox", LIVE.withAssignee(Assignee.NOBODY)));
    views.add(new SavedView("open", "fth-circle", LIVE.withStatuses(WORKED_ON)));
    views.add(new SavedView("escalated", "fth-trending-up", only(Status.ESCALATED)));
    views.add(new SavedView("waiting", "fth-clock", only(Status.PENDING)));
    views.add(new SavedView("resolved", "fth-check-circle", only(Status.RESOLVED)));
    views.add(new SavedView("all", "fth-layers", TicketQuery.ALL));
    if (role.isLead()) {
      views.addAll(forLeads());
    }
    return List.copyOf(views);
  }

  /** Whether it is one of those that only leads have. */
  boolean isForLeads() {
    return id.startsWith("lead-");
  }

  private static List<SavedView> forLeads() {
    Set<Priority> pressing = EnumSet.of(Priority.HIGH, Priority.URGENT);
    return List.of(
        new SavedView("lead-urgent", "fth-zap", LIVE.withPriorities(EnumSet.of(Priority.URGENT))),
        new SavedView(
            "lead-untaken",
            "fth-alert-circle",
            LIVE.withAssignee(Assignee.NOBODY).withPriorities(pressing)),
        new SavedView("lead-reopened", "fth-rotate-ccw", only(Status.REOPENED)));
  }

  private static TicketQuery only(Status status) {
    return TicketQuery.ALL.withStatuses(EnumSet.of(status));
  }
}
