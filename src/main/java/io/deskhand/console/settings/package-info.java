/** The settings: few, and each of them does something. */
package io.deskhand.console.settings;
