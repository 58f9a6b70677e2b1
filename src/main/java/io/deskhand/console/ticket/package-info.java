/** The pane of one ticket: its header, its quick actions, its details, and the tabs of others. */
package io.deskhand.console.ticket;
