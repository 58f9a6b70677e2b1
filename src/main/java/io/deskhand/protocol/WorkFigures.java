package io.deskhand.protocol;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a set of tickets; what no ticket has is left out of the counts.
 *
 * @param firstResponse from the creation to the first answer
 * @param resolution from the creation to the last resolution
 * @param byCategory by the keys of categories
 * @param reopened tickets that were reopened at least once
 * @param reopenRate their share of the tickets that were ever resolved or closed, 0 to 1; null if
 *     none was
 * @param escalated tickets that were escalated at least once, whoever has them now
 * @param escalationRate their share of all tickets counted here, 0 to 1; null without any
 */
public record WorkFigures(
    Spread firstResponse,
    Spread resolution,
    Ratings satisfaction,
    Map<Priority, Long> byPriority,
    Map<String, Long> byCategory,
    Map<Channel, Long> byChannel,
    long reopened,
    @Nullable Double reopenRate,
    long escalated,
    @Nullable Double escalationRate) {}
