/** How the sync is doing, to look at and to send to support. */
package io.deskhand.console.health;
