/**
 * What every feature of the console is made of: theme and tokens, small controls, commands, and the
 * ways to the rest of the window ({@link io.deskhand.console.ui.Navigation}, {@link
 * io.deskhand.console.ui.Dialogs}). Knows the model, and nothing of sync or of any feature.
 */
package io.deskhand.console.ui;
