package io.deskhand.sync.engine;

import io.deskhand.sync.flow.Traffic;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.rest.Transport;
import java.net.URI;

/** The ways to a server. Thread-safe. */
interface Network {
  /**
   * The way for requests; to be closed by whoever asked for it.
   *
   * @throws IllegalArgumentException if {@code server} is no http or https address
   */
  Transport http(URI server);

  /** Begins to connect, and returns at once. */
  LiveSocket live(URI server, LiveSocket.Listener listener);

  /** What goes over these ways. */
  Traffic traffic();
}
