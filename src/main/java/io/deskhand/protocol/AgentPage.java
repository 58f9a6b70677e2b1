package io.deskhand.protocol;

import io.deskhand.model.Agent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/agents. */
public record AgentPage(List<Agent> agents, long total, @Nullable String nextCursor) {}
