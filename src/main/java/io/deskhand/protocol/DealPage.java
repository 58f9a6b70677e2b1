package io.deskhand.protocol;

import io.deskhand.model.Deal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/deals: by id, which is oldest first. */
public record DealPage(List<Deal> deals, long total, @Nullable String nextCursor) {}
