package io.deskhand.sync.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between a console and its server, with faults to order. */
final class Relay implements AutoCloseable {
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answersToLose = new AtomicInteger();
  private final AtomicInteger changesToLose = new AtomicInteger();
  private volatile InetSocketAddress target;
  private volatile boolean down;
  private volatile boolean silent;
  private volatile Duration delay = Duration.ZERO;

  Relay(URI server) {
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    to(server);
    Thread.ofVirtual().name("relay").start(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Leads to another server from now on. */
  void to(URI server) {
    target = new InetSocketAddress(server.getHost(), server.getPort());
  }

  /** Breaks every connection, and lets no new ones through until {@link #up}. */
  void down() {
    down = true;
    cut();
  }

  void up() {
    down = false;
    silent = false;
    delay = Duration.ZERO;
  }

  /** Lets everything through from now on; nothing more gets lost. */
  void heal() {
    answersToLose.set(0);
    changesToLose.set(0);
    up();
  }

  /** Breaks every connection; new ones go through. */
  void cut() {
    open.forEach(Relay::close);
  }

  /** Resets every connection, as a crashed machine does; new ones go through. */
  void reset() {
    open.forEach(
        socket -> {
          try {
            socket.setSoLinger(true, 0);
          } catch (SocketException alreadyClosed) {
            open.remove(socket);
          }
        });
    cut();
  }

  /** Carries everything this much later, until {@link #up}. */
  void slow(Duration by) {
    delay = by;
  }

  /** Keeps every connection, and carries nothing any more. */
  void silence() {
    silent = true;
  }

  /** The next write reaches the server, and its answer nobody. */
  void loseNextAnswer() {
    answersToLose.incrementAndGet();
  }

  boolean answerWasLost() {
    return answersToLose.get() == 0;
  }

  /** The next change on the live socket gets lost without a trace. */
  void loseNextChange() {
    changesToLose.incrementAndGet();
  }

  boolean changeWasLost() {
    return changesToLose.get() == 0;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    down();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (down) {
          client.close();
          continue;
        }
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
          server.connect(target, 1_000);
        } catch (IOException nobodyThere) {
          close(client);
          continue;
        }
        Line line = new Line(client, server);
        Thread.ofVirtual().start(line::upstream);
        Thread.ofVirtual().start(line::downstream);
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean losesItsAnswer;
    private volatile boolean isLive;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void upstream() {
      carry(
          client,
          server,
          (in, out) -> {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
              isLive |= text.contains("Upgrade: websocket");
              if (text.contains("Idempotency-Key") && answersToLose.get() > 0) {
                losesItsAnswer = true;
              }
              late();
              if (!silent) {
                out.write(buffer, 0, n);
              }
            }
          });
    }

    void downstream() {
      carry(
          server,
          client,
          (in, out) -> {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              if (losesItsAnswer) {
                answersToLose.decrementAndGet();
                return;
              }
              late();
              if (!silent) {
                out.write(buffer, 0, n);
              }
              if (isLive) {
                frames(new DataInputStream(in), out);
                return;
              }
            }
          });
    }

    /** After the handshake: frame by frame, so that one of them can get lost. */
    private void frames(DataInputStream in, OutputStream out) throws IOException {
      while (true) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        byte[] head = in.readNBytes(2);
        if (head.length < 2) {
          return;
        }
        frame.write(head);
        int size = head[1] & 0x7F;
        if (size >= 126) {
          byte[] more = in.readNBytes(size == 126 ? 2 : 8);
          frame.write(more);
          size = 0;
          for (byte b : more) {
            size = (size << 8) | (b & 0xFF);
          }
        }
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
          throw new EOFException();
        }
        frame.write(body);
        boolean isChange = new String(body, StandardCharsets.UTF_8).contains("\"prev\"");
        if (isChange && changesToLose.get() > 0) {
          changesToLose.decrementAndGet();
          continue;
        }
        late();
        if (!silent) {
          frame.writeTo(out);
          out.flush();
        }
      }
    }

    private void late() throws InterruptedIOException {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }

    private void carry(Socket from, Socket to, Pump pump) {
      try {
        pump.run(from.getInputStream(), to.getOutputStream());
      } catch (IOException broken) {
        // Either end may break at any time: that is what this is for.
        open.remove(from);
      } finally {
        Relay.close(from);
        Relay.close(to);
        open.remove(from);
        open.remove(to);
      }
    }
  }

  private interface Pump {
    void run(InputStream in, OutputStream out) throws IOException;
  }
}
