package io.deskhand.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.BiConsumer;

/** Lets sockets in without a web server. */
public final class Door {
  private final LiveFeature live;

  public Door(LiveFeature live) {
    this.live = live;
  }

  /** What the server does with a socket. */
  public interface Peer {
    /** A frame for the client; {@code done} is to be called when it is out. */
    void frame(String text, Runnable done);

    /** The server closes. */
    void closed(int code, String reason);
  }

  /** A socket that is open. */
  public final class Seat {
    private final LiveSession session;

    private Seat(LiveSession session) {
      this.session = session;
    }

    /** The client has sent a frame. */
    public void received(String text) {
      live.door().received(session, text);
    }

    /** The connection is gone. */
    public void gone() {
      live.door().gone(session);
    }
  }

  public Seat open(Peer peer) {
    return new Seat(live.door().opened(wire(peer::frame, peer::closed)));
  }

  private static Wire wire(BiConsumer<String, Runnable> send, BiConsumer<Integer, String> close) {
    return new Wire() {
      @Override
      public void send(List<byte[]> frames, Runnable done) {
        for (byte[] frame : frames.subList(0, frames.size() - 1)) {
          send.accept(new String(frame, UTF_8), () -> {});
        }
        send.accept(new String(frames.getLast(), UTF_8), done);
      }

      @Override
      public void close(int code, String reason) {
        close.accept(code, reason);
      }
    };
  }
}
