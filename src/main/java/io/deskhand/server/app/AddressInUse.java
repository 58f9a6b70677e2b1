package io.deskhand.server.app;

/** Another program listens where the server was to. */
public final class AddressInUse extends RuntimeException {
  AddressInUse(String host, int port, Throwable cause) {
    super("Cannot listen on " + host + ":" + port + ": the port is in use", cause);
  }
}
