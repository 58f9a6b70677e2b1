package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveError;
import io.deskhand.server.store.Audience;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open socket and what the server knows of whoever is behind it. Thread-safe. */
final class LiveSession {
  private final Wire wire;
  private final SendQueue queue;
  private final RateLimit rate;
  private final RateLimit patience;
  private final Instant openedAt;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Identity> identity = new AtomicReference<>();

  /**
   * @param rate of the frames that it may send
   * @param patience how many refused ones it may send
   */
  LiveSession(
      Wire wire, SendQueue.Bound bound, RateLimit rate, RateLimit patience, Instant openedAt) {
    this.wire = wire;
    this.queue = new SendQueue(wire, bound, () -> close(ErrorCode.RESYNC));
    this.rate = rate;
    this.patience = patience;
    this.openedAt = openedAt;
  }

  /** Who it is; null before authenticate. */
  @Nullable Identity identity() {
    return identity.get();
  }

  void identify(Identity who) {
    identity.set(who);
  }

  /** Whether {@code before} was still who it is, and {@code now} has taken its place. */
  boolean replaceIdentity(Identity before, Identity now) {
    return identity.compareAndSet(before, now);
  }

  /** Whether it is that person. */
  boolean isPerson(UUID id) {
    Identity who = identity();
    return who != null && who.me().id().equals(id);
  }

  /** Whether it is somebody, and may see what staff may. */
  boolean isStaff() {
    Identity who = identity();
    return who != null && who.me().role().isStaff();
  }

  /** Whether it may see a ticket with that audience; null for one that is deleted. */
  boolean sees(@Nullable Audience ticket) {
    Identity who = identity();
    return who != null && ticket != null && who.scope().sees(ticket);
  }

  Instant openedAt() {
    return openedAt;
  }

  /** Whether one more frame of it may be handled now. */
  boolean mayGoOn() {
    return rate.pass();
  }

  /** Tells it that what it sent is no good; closes it if that happens all the time. */
  void refuse(@Nullable String ref, ErrorCode code, String message) {
    sendError(ref, code, message);
    if (!patience.pass()) {
      close(ErrorCode.RATE_LIMITED);
    }
  }

  void send(Frame frame) {
    queue.send(Json.bytes(frame));
  }

  /** Adds a frame that is JSON already to what the next flush sends. */
  void add(byte[] frame) {
    queue.add(frame);
  }

  /** Sends what waits. */
  void flush() {
    queue.flush();
  }

  void sendError(@Nullable String ref, ErrorCode code, String message) {
    send(Frame.of(Events.ERROR, ref, new LiveError(code, message)));
  }

  /** Ends the session: what waits is not sent, and the client is told why. */
  void close(ErrorCode why) {
    close(Wire.closeCode(why), why.wire());
  }

  void close(int code, String reason) {
    queue.close();
    if (closed.compareAndSet(false, true)) {
      wire.close(code, reason);
    }
  }

  /** Notes that the connection is gone; nothing is sent any more. */
  void forget() {
    closed.set(true);
    queue.close();
  }

  boolean isClosed() {
    return closed.get();
  }
}
