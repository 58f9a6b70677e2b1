package io.deskhand.sync.index;

import io.deskhand.sync.flow.Notifier;
import java.util.UUID;

/**
 * What the queues of an index share.
 *
 * @param me whom "me" in a query means
 */
record IndexParts(UUID me, RowTable rows, Packing packing, Notifier notifier) {}
