/** A ticket's conversation, and the composer below it. */
package io.deskhand.console.conversation;
