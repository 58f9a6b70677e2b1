package io.deskhand.sync.engine;

import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.flow.Traffic;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.live.WebSocketLine;
import io.deskhand.sync.rest.OkHttpTransport;
import io.deskhand.sync.rest.Transport;
import java.net.URI;

/** The real network, to servers that are trusted. */
record Internet(ServerTrust trust, Timing timing, Traffic traffic) implements Network {
  @Override
  public Transport http(URI server) {
    return new OkHttpTransport(server, timing.call(), trust, traffic);
  }

  @Override
  public LiveSocket live(URI server, LiveSocket.Listener listener) {
    return WebSocketLine.open(
        server, trust, timing.connect(), timing.heartbeat(), traffic, listener);
  }
}
