package io.deskhand.server.followups;

import io.deskhand.model.FollowUp;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.FollowUpFilter;
import io.deskhand.server.store.FollowUpReads;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
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
    PageRequest wanted = request.page();
    PageRequest.Part<T> page =
        wanted.newestFirst(
            reads.page(request.filter(), scope, wanted.before(), wanted.wanted()),
            one -> new Position(one.createdAt(), one.id()));
    long total = reads.count(request.filter(), scope);
    return new FollowUpList<>(page.rows(), total, page.nextCursor());
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
}
