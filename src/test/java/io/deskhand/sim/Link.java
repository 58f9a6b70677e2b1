package io.deskhand.sim;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.rest.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The network between one console and the server, in all weathers. */
final class Link {
  static final int TIMEOUT_MILLIS = 30_000;
  static final int CONNECT_TIMEOUT_MILLIS = 10_000;

  /** What a server says that has no time. */
  static final String BUSY = "Too much to do";

  final Weather weather = new Weather();
  private final World world;
  private final SimServer server;
  private final SplittableRandom dice;
  private final String who;
  private final Eavesdropper ear;
  private final List<SimLine> lines = new ArrayList<>();
  private int requestsLeft;
  private boolean deathComesAfter;
  private Runnable death = () -> {};

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

  /** As it should be, and nobody is to die. */
  void calm() {
    weather.clear();
    requestsLeft = 0;
  }

  /**
   * Has somebody die at a request from now on that arrives.
   *
   * @param after whether the server has done it by then; else half of it has come
   */
  void dieAt(int requests, boolean after, Runnable death) {
    this.requestsLeft = requests;
    this.deathComesAfter = after;
    this.death = death;
  }

  private boolean isTime() {
    return requestsLeft > 0 && --requestsLeft == 0;
  }

  void forget(SimLine line) {
    lines.remove(line);
  }

  long latency() {
    return 1 + dice.nextInt(weather.latencyMillis);
  }

  /** Up to {@code longest}, or nothing at all. */
  long delay(int longest) {
    return dice.nextBoolean() ? 0 : dice.nextInt(longest);
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
      if (process.isDead() || !weather.up) {
        throw lost(ask, "does not arrive");
      }
      if (!server.isUp()) {
        throw new IOException("nobody listens");
      }
      if (happens(weather.lostRequests)) {
        half(ask);
        throw lost(ask, "does not arrive");
      }
      if (happens(weather.badGateways)) {
        note(ask.method() + " " + ask.path() + " 502");
        return new Answer(502, "Bad Gateway", null, "<html>".getBytes(StandardCharsets.UTF_8));
      }
      if (happens(weather.busy)) {
        note(ask.method() + " " + ask.path() + " 503");
        Problem busy = Problem.of(ErrorCode.UNAVAILABLE, BUSY);
        return new Answer(503, "Service Unavailable", "2", Json.bytes(busy));
      }
      boolean last = isTime();
      if (last && !deathComesAfter) {
        half(ask);
        death.run();
        throw new IOException("the connection breaks");
      }
      int start = server.starts();
      Answer answer = server.answer(ask);
      if (last) {
        note(ask.method() + " " + ask.path() + " is done, and nobody hears of it");
        death.run();
        throw new IOException("the connection breaks");
      }
      if (ask.repeatable() && happens(weather.repeatedRequests)) {
        note(ask.method() + " " + ask.path() + " once more");
        answer = server.answer(ask);
      }
      if (ask.path().startsWith(Routes.CHANGES)) {
        ear.sent(new String(answer.body(), StandardCharsets.UTF_8), false);
      }
      world.lag(latency() + server.slowMillis());
      if (ask.path().startsWith(Routes.CHANGES) && server.isForgotten(start)) {
        throw new IOException("the connection breaks");
      }
      if (!weather.down || server.slowMillis() > TIMEOUT_MILLIS || happens(weather.lostAnswers)) {
        throw lost(ask, "has no answer");
      }
      note(
          "%s %s %d, %d bytes"
              .formatted(ask.method(), ask.path(), answer.status(), answer.body().length));
      return answer;
    }

    /** Of what is taken as it comes half may arrive. */
    private void half(Ask ask) {
      if (ask.method().equals("PATCH") && ask.path().startsWith(Routes.ATTACHMENTS)) {
        byte[] part = Arrays.copyOf(ask.body(), ask.body().length / 2);
        server.answer(new Ask(ask.method(), ask.path(), ask.headers(), part, false));
      }
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
