/** What has happened to a ticket, as one time line. */
package io.deskhand.console.history;
