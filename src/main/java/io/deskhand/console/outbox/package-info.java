/** The outbox: every intent that has not been confirmed, since when, and why. */
package io.deskhand.console.outbox;
