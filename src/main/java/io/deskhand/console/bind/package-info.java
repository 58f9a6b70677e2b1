/**
 * The one bridge from the sync layer's threads to the FX thread. Knows the face of sync, {@code
 * console.ui} and {@code javafx.beans}.
 */
package io.deskhand.console.bind;
