/** The server's certificate: one that is given, or one that it makes for itself. */
package io.deskhand.server.tls;
