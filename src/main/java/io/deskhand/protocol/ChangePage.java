package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;

/**
 * The answer of GET /support/changes?since=SEQ&amp;limit=N. {@code next} is the cursor to store and
 * to ask with next, also where no change was visible; {@code more} says whether to ask at once. A
 * transaction is never split between two pages. 410 {@code resync} means: take a new snapshot.
 */
public record ChangePage(
    List<Change> changes,
    long next,
    boolean more,
    long head,
    UUID epoch,
    int schema,
    long scopeVersion) {}
