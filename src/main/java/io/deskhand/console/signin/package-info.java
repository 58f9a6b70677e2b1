/** Signing in, and the way into the demo. */
package io.deskhand.console.signin;
