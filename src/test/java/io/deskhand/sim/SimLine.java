package io.deskhand.sim;

import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.server.live.Door;
import io.deskhand.sync.live.LiveSocket;

/** One live connection over a {@link Link}. What is sent arrives in order, if at all. */
final class SimLine implements LiveSocket, Door.Peer {
  private static final int BROKEN = 1006;
  private static final int NEVER_OPENED = -1;

  /** When a server gives up a socket that says nothing. */
  private static final int IDLE_MILLIS = 60_000;

  /** How late a frame may come once more. */
  private static final int LATEST_MILLIS = 5_000;

  private final Link link;
  private final World world;
  private final SimServer server;
  private final SimProcess process;
  private final Listener listener;
  private final int start;
  private Door.Seat seat;
  private boolean ended;
  private boolean left;
  private long upAt;
  private long downAt;
  private String swapped;

  SimLine(Link link, World world, SimServer server, SimProcess process, Listener listener) {
    this.link = link;
    this.world = world;
    this.server = server;
    this.process = process;
    this.listener = listener;
    this.start = server.starts();
  }

  void connect() {
    if (process.isDead() || !link.weather.up || !link.weather.down) {
      long patience = link.weather.refusing ? link.latency() : Link.CONNECT_TIMEOUT_MILLIS;
      world.after(patience, () -> end(NEVER_OPENED, "no way"));
      return;
    }
    world.after(link.latency(), this::arrive);
  }

  private void arrive() {
    if (ended) {
      return;
    }
    if (!isThere()) {
      end(NEVER_OPENED, "nobody listens");
      return;
    }
    seat = server.open(this);
    link.note("connects");
    down(
        () -> {
          if (!ended) {
            listener.opened();
          }
        });
  }

  private boolean isThere() {
    return server.isUp() && server.starts() == start;
  }

  // The server's side.

  @Override
  public void frame(String text, Runnable done) {
    server.later(() -> outgoing(text, done));
  }

  private void outgoing(String text, Runnable done) {
    link.overhear(text);
    if (!link.weather.down) {
      return;
    }
    down(
        () -> {
          if (isThere() && !left) {
            server.act(done);
          }
        });
    if (link.happens(link.weather.lostFrames)) {
      return;
    }
    if (swapped == null && link.happens(link.weather.swappedFrames)) {
      swapped = text;
      return;
    }
    deliver(text);
    if (swapped != null) {
      String before = swapped;
      swapped = null;
      deliver(before);
    }
    if (link.happens(link.weather.repeatedFrames)) {
      world.after(link.delay(LATEST_MILLIS), () -> deliver(text));
    }
  }

  private void deliver(String text) {
    down(
        () -> {
          if (!ended && !process.isDead() && link.weather.down && !server.isForgotten(start)) {
            Frame frame = Json.read(text, Frame.class);
            link.note("hears " + text);
            listener.frame(frame);
          }
        });
  }

  @Override
  public void closed(int code, String reason) {
    server.later(
        () ->
            down(
                () -> {
                  leave();
                  end(code, reason);
                }));
  }

  // The client's side.

  @Override
  public boolean send(Frame frame) {
    if (ended || seat == null) {
      return false;
    }
    String text = Json.text(frame);
    if (link.weather.up && !process.isDead()) {
      up(
          () -> {
            if (!left && isThere()) {
              server.act(() -> seat.received(text));
            }
          });
    }
    return true;
  }

  @Override
  public void close() {
    boolean heard = link.weather.up && !process.isDead();
    world.after(heard ? link.latency() : IDLE_MILLIS, this::leave);
    end(1000, "closed here");
  }

  /** The connection breaks, and both sides are told. */
  void broken() {
    leave();
    end(BROKEN, "");
  }

  private void leave() {
    if (!left) {
      left = true;
      if (seat != null && isThere()) {
        server.act(seat::gone);
      }
    }
  }

  private void end(int code, String reason) {
    link.forget(this);
    if (!ended) {
      ended = true;
      if (!process.isDead()) {
        listener.closed(code, reason);
      }
    }
  }

  private void up(Runnable arrival) {
    upAt = Math.max(upAt, world.now() + link.latency());
    world.after(upAt - world.now(), arrival);
  }

  private void down(Runnable arrival) {
    downAt = Math.max(downAt, world.now() + link.latency());
    world.after(downAt - world.now(), arrival);
  }
}
