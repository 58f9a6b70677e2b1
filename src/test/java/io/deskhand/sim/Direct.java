package io.deskhand.sim;

import io.deskhand.sync.rest.Transport;
import java.io.IOException;

/** The way to the server for those whose network is always fine. */
record Direct(SimServer server) implements Transport {
  @Override
  public Answer exchange(Ask ask) throws IOException {
    if (!server.isUp()) {
      throw new IOException("nobody listens");
    }
    return server.answer(ask);
  }

  @Override
  public void evict() {}

  @Override
  public void close() {}
}
