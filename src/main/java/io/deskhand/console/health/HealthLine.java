package io.deskhand.console.health;

/**
 * One figure of the panel.
 *
 * @param name the key of its name, {@code line.<name>}
 * @param value what it is now, in words
 * @param troubling whether somebody should look at it
 */
record HealthLine(String name, String value, boolean troubling) {}
