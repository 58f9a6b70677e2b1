/** The sheet for a new ticket. */
package io.deskhand.console.newticket;
