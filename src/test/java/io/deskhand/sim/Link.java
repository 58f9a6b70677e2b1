package io.deskhand.sim;

import io.deskhand.protocol.Routes;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.rest.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The network between one console and the server, in all weathers. */
final class Link {
  static final int TIMEOUT_MILLIS = 30_000;
  static final int CONNECT_TIMEOUT_MILLIS = 10_000;
  final Weather weather = new Weather();
  private final World world;
  private final SimServer server;
  private final SplittableRandom dice;
  private final String who;
  private final Eavesdropper ear;
  private final List<SimLine> lines = new ArrayList<>();

  /** Hears what the server lets a console have. */
  interface Eavesdropper {
    void sent(String text, boolean waited);
  }

  Link(World world, SimServer server, SplittableRandom dice, String who, Eavesdropper ear) {
    this.world = world;
    this.server = server;
    this.dice = dice;
    this.who = who;
    this.ear = ear;
  }

  /** The way for the requests of a process. */
  Transport http(SimProcess process) {
    return new Requests(process);
  }

  /** A socket of a process. */
  LiveSocket live(SimProcess process, LiveSocket.Listener listener) {
    SimLine line = new SimLine(this, world, server, process, listener);
    lines.add(line);
    line.connect();
    return line;
  }

  /** Every connection breaks. */
  void reset() {
    List.copyOf(lines).forEach(SimLine::broken);
  }

  void forget(SimLine line) {
    lines.remove(line);
  }

  long latency() {
    return 1 + dice.nextInt(weather.latencyMillis);
  }

  boolean happens(int percent) {
    return percent > 0 && dice.nextInt(100) < percent;
  }

  void note(String what) {
    world.trace().note(world.now(), who, what);
  }

  void overhear(String text) {
    ear.sent(text, true);
  }

  private final class Requests implements Transport {
    private final SimProcess process;

    Requests(SimProcess process) {
      this.process = process;
    }

    @Override
    public Answer exchange(Ask ask) throws IOException {
      world.lag(latency());
      if (process.isDead() || !weather.up || happens(weather.lostRequests)) {
        throw lost(ask, "does not arrive");
      }
      if (!server.isUp()) {
        throw new IOException("nobody listens");
      }
      if (happens(weather.badGateways)) {
        note(ask.method() + " " + ask.path() + " 502");
        return new Answer(502, "Bad Gateway", null, "<html>".getBytes(StandardCharsets.UTF_8));
      }
      Answer answer = server.answer(ask);
      if (ask.repeatable() && happens(weather.repeatedRequests)) {
        note(ask.method() + " " + ask.path() + " once more");
        answer = server.answer(ask);
      }
      if (ask.path().startsWith(Routes.CHANGES)) {
        ear.sent(new String(answer.body(), StandardCharsets.UTF_8), false);
      }
      world.lag(latency() + server.slowMillis());
      if (!weather.down || server.slowMillis() > TIMEOUT_MILLIS || happens(weather.lostAnswers)) {
        throw lost(ask, "has no answer");
      }
      note(
          "%s %s %d, %d bytes"
              .formatted(ask.method(), ask.path(), answer.status(), answer.body().length));
      return answer;
    }

    private IOException lost(Ask ask, String how) {
      note(ask.method() + " " + ask.path() + " " + how);
      world.lag(weather.refusing ? latency() : TIMEOUT_MILLIS);
      return new IOException(how);
    }

    @Override
    public void evict() {}

    @Override
    public void close() {}
  }
}
