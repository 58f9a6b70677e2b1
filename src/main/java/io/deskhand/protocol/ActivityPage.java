package io.deskhand.protocol;

import io.deskhand.model.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/activities: newest first. */
public record ActivityPage(List<Activity> activities, long total, @Nullable String nextCursor) {}
