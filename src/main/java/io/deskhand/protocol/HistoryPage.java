package io.deskhand.protocol;

import io.deskhand.model.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/tickets/{id}/history: newest last. {@code nextCursor} leads to older
 * ones.
 */
public record HistoryPage(List<HistoryEntry> history, long total, @Nullable String nextCursor) {}
