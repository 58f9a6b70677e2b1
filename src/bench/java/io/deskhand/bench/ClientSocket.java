package io.deskhand.bench;

import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One WebSocket of a load generator: it takes frames apart, and looks at their beginning only. */
final class ClientSocket {
  private static final int LONGEST_FRAME = 64 * 1024;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final byte[] NEW_MESSAGE =
      "{\"event\":\"new_message\"".getBytes(StandardCharsets.US_ASCII);
  private final SocketChannel channel;
  private final int number;
  private final Listener listener;
  private ByteBuffer in = ByteBuffer.allocate(2 * 1024);
  private int messages = 0;

  /** Hears of each message; {@code count} is how many the socket has got, this one included. */
  interface Listener {
    void message(int socket, int count);
  }

  ClientSocket(SocketChannel channel, int number, Listener listener) {
    this.channel = channel;
    this.number = number;
    this.listener = listener;
  }

  SocketChannel channel() {
    return channel;
  }

  void shakeHands(String path, String host) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    await("\r\n\r\n");
    in.clear();
  }

  /** Sends a frame, masked with zeros. */
  void send(Frame frame) throws IOException {
    byte[] text = Json.bytes(frame);
    ByteBuffer out = ByteBuffer.allocate(text.length + 8);
    out.put((byte) 0x81).put((byte) (0x80 | SHORT)).putShort((short) text.length).putInt(0);
    channel.write(out.put(text).flip());
  }

  /** Reads, while the channel still blocks, until {@code text} has come; drops all of it. */
  void await(String text) throws IOException {
    StringBuilder got = new StringBuilder();
    while (got.indexOf(text) < 0) {
      in.clear();
      if (channel.read(in) < 0) {
        throw new EOFException("closed after: " + got);
      }
      got.append(StandardCharsets.ISO_8859_1.decode(in.flip()));
    }
    in.clear();
  }

  /** Takes what has come. */
  void read() {
    try {
      int read = channel.read(in);
      if (read < 0) {
        channel.close();
        throw new EOFException("the server closed socket " + number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    in.flip();
    boolean more = true;
    while (more) {
      more = frame();
    }
    in.compact();
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(LONGEST_FRAME).put(in.flip());
    }
  }

  /** Whether a whole frame was there. */
  private boolean frame() {
    int at = in.position();
    if (in.remaining() < 2) {
      return false;
    }
    int length = in.get(at + 1) & 0x7F;
    int head = length == SHORT ? 4 : length == LONG ? 10 : 2;
    if (in.remaining() < head) {
      return false;
    }
    if (length == SHORT) {
      length = in.getShort(at + 2) & 0xFFFF;
    } else if (length == LONG) {
      length = Math.toIntExact(in.getLong(at + 2));
    }
    if (in.remaining() < head + length) {
      return false;
    }
    if (isMessage(at + head, length)) {
      listener.message(number, ++messages);
    }
    in.position(at + head + length);
    return true;
  }

  private boolean isMessage(int at, int length) {
    if (length < NEW_MESSAGE.length) {
      return false;
    }
    for (int i = 0; i < NEW_MESSAGE.length; i++) {
      if (in.get(at + i) != NEW_MESSAGE[i]) {
        return false;
      }
    }
    return true;
  }
}
