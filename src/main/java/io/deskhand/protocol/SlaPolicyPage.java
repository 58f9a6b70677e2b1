package io.deskhand.protocol;

import io.deskhand.model.sla.SlaPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/sla-policies. */
public record SlaPolicyPage(List<SlaPolicy> slaPolicies, long total, @Nullable String nextCursor) {}
