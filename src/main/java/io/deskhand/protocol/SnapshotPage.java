package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/snapshot?cursor=C&amp;limit=N. {@code head} is the head when the first
 * page was taken and the same on every page: replay from it when {@code next} is null. Agents,
 * departments and categories come first, then the session's own and open tickets, then the others;
 * messages and history are not part of it.
 */
public record SnapshotPage(
    List<Change> rows,
    @Nullable String next,
    long head,
    UUID epoch,
    int schema,
    long scopeVersion,
    long totalTickets) {}
