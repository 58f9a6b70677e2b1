package io.deskhand.protocol;

import io.deskhand.model.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/issues: newest first. */
public record IssuePage(List<Issue> issues, long total, @Nullable String nextCursor) {}
