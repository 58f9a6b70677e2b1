/** What the server has told this person, kept to be read again. */
package io.deskhand.console.inbox;
