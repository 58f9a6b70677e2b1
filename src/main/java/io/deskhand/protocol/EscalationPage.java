package io.deskhand.protocol;

import io.deskhand.model.EscalationRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/escalations: newest first. */
public record EscalationPage(
    List<EscalationRequest> escalations, long total, @Nullable String nextCursor) {}
