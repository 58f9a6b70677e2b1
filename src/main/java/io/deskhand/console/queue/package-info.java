/** The queue: views with counts, search, and the list of tickets with its selection. */
package io.deskhand.console.queue;
