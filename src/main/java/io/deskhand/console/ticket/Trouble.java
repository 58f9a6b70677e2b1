package io.deskhand.console.ticket;

import io.deskhand.sync.PendingIntent;

/**
 * A change that was not made.
 *
 * @param what what was to be done, in a few words
 * @param why the server's words
 */
record Trouble(PendingIntent intent, String what, String why) {}
