/** The status bar and the banner: whether the server is there, and who I am. */
package io.deskhand.console.status;
