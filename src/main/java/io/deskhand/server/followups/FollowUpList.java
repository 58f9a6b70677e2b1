package io.deskhand.server.followups;

import io.deskhand.model.FollowUp;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.FollowUpFilter;
import io.deskhand.server.store.FollowUpReads;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of activities or issues, newest first. */
record FollowUpList<T extends FollowUp>(List<T> rows, long total, @Nullable String nextCursor) {

  /** What is asked for. */
  record Request(FollowUpFilter filter, PageRequest page) {
    static <E extends Enum<E> & WireEnum> Request read(Params params, Class<E> statuses) {
      FollowUpFilter filter =
          new FollowUpFilter(
              params.id("ticketId"),
              params.id("customerId"),
              params.id("organizationId"),
              params.id("assignedTo"),
              params.names("status", statuses).stream()
                  .map(WireEnum::wire)
                  .collect(Collectors.toSet()));
      return new Request(filter, PageRequest.read(params));
    }
  }

  static <T extends FollowUp> FollowUpList<T> of(
      FollowUpReads<T> reads, Scope scope, Request request) {
    int limit = request.page().limit();
    List<T> found = reads.page(request.filter(), scope, request.page().before(), limit + 1);
    long total = reads.count(request.filter(), scope);
    if (found.size() <= limit) {
      return new FollowUpList<>(found, total, null);
    }
    List<T> page = found.subList(0, limit);
    T last = page.getLast();
    String next = PageRequest.cursor(new Position(last.createdAt(), last.id()));
    return new FollowUpList<>(page, total, next);
  }

  /** What such a list is asked for with; {@code statuses} are its states. */
  static List<Parameter> parameters(Class<?> statuses) {
    return List.of(
        Parameter.one("ticketId", UUID.class, "Of this ticket"),
        Parameter.one("customerId", UUID.class, "About this customer"),
        Parameter.one("organizationId", UUID.class, "About this organization"),
        Parameter.one("assignedTo", UUID.class, "With this agent"),
        Parameter.list("status", statuses, "In one of these states"),
        Parameter.LIMIT,
        Parameter.CURSOR);
  }

  /** Nothing of this is for customers. */
  static void requireStaff(Exchange exchange) {
    if (!exchange.session().me().role().isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }
}
