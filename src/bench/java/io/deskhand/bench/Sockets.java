package io.deskhand.bench;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Many signed-in live sockets on one thread, which reads whatever comes: thousands of clients with
 * a thread each would take the processor from the server that they measure.
 */
final class Sockets implements AutoCloseable {
  private final Selector selector;
  private final List<ClientSocket> clients = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("bench-sockets").unstarted(this::run);
  private volatile boolean closed = false;

  Sockets() throws IOException {
    selector = Selector.open();
  }

  /**
   * Connects and authenticates; to be called before {@link #start}.
   *
   * @param ticket the room to join and the stream to follow; null for a socket that only waits
   */
  void add(URI server, String token, String ticket, ClientSocket.Listener listener)
      throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    ClientSocket client = new ClientSocket(channel, clients.size(), listener);
    client.shakeHands(Routes.LIVE, server.getAuthority());
    client.send(Frame.of(Events.AUTHENTICATE, "auth", Json.object().put("token", token)));
    client.await("\"auth\"");
    if (ticket != null) {
      client.send(Frame.of(Events.SUBSCRIBE_TICKETS, "sub", Json.object()));
      client.await("\"sub\"");
      client.send(Frame.of(Events.JOIN_TICKET_ROOM, "in", Json.object().put("ticketId", ticket)));
      client.await("\"in\"");
    }
    clients.add(client);
  }

  int size() {
    return clients.size();
  }

  /** Begins to read on the thread; listeners are called on it, and here for what is there. */
  void start() throws IOException {
    for (ClientSocket client : clients) {
      client.channel().configureBlocking(false);
      client.channel().register(selector, SelectionKey.OP_READ, client);
      client.takeLeft();
    }
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(key -> ((ClientSocket) key.attachment()).read());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (ClientSocket client : clients) {
      client.channel().close();
    }
    selector.close();
  }
}
