package io.deskhand.console.ticket;

import io.deskhand.sync.LiveTicket;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A tab of the ticket pane that another feature makes.
 *
 * @param node what it shows
 * @param show called with each ticket that is opened, and with null when there is none
 */
public record TicketPart(Node node, Consumer<@Nullable LiveTicket> show) {}
