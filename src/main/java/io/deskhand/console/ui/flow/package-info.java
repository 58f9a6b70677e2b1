/**
 * A virtual list of rows of any height. JavaFX's ListView estimates the heights of such rows, and
 * so cannot stand on the last one or stay where it is while older ones are put before the first.
 */
package io.deskhand.console.ui.flow;
