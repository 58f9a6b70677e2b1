package io.deskhand.protocol;

import io.deskhand.model.SavedView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/views. */
public record SavedViewPage(List<SavedView> views, long total, @Nullable String nextCursor) {}
