package io.deskhand.protocol;

import io.deskhand.model.AutomationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/rules. */
public record RulePage(List<AutomationRule> rules, long total, @Nullable String nextCursor) {}
