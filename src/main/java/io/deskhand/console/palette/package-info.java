/** The palette with every command and a search for tickets, and the keyboard map. */
package io.deskhand.console.palette;
