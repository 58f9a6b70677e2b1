/** What the agent has typed and not sent, wherever it was. */
package io.deskhand.console.drafts;
