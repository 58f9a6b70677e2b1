package io.deskhand.protocol;

import io.deskhand.model.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/categories. */
public record CategoryPage(List<Category> categories, long total, @Nullable String nextCursor) {}
