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
  private static final int SHORT = 126;
  private static final int LONG = 127;

  /** How the frames begin that a server sends, each in one piece. */
  private static final int TEXT = 0x81;

  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
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
    int end = indexOf(END_OF_HEADERS, 0, in.flip().limit());
    while (end < 0) {
      more();
      end = indexOf(END_OF_HEADERS, 0, in.limit());
    }
    in.position(end + END_OF_HEADERS.length);
    in.compact();
  }

  /** Sends a frame, masked with zeros. */
  void send(Frame frame) throws IOException {
    byte[] text = Json.bytes(frame);
    ByteBuffer out = ByteBuffer.allocate(text.length + 8);
    out.put((byte) 0x81).put((byte) (0x80 | SHORT)).putShort((short) text.length).putInt(0);
    channel.write(out.put(text).flip());
  }

  /**
   * Reads, while the channel still blocks, until a frame with {@code text} has come. What came
   * after it, be it half a frame, is kept for {@link #read}.
   */
  void await(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    in.flip();
    boolean there = false;
    while (!there) {
      int from = in.position();
      if (frame()) {
        there = indexOf(wanted, from, in.position()) >= 0;
      } else {
        more();
      }
    }
    in.compact();
  }

  /** Takes what has come. */
  void read() {
    try {
      receive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    takeLeft();
  }

  /** Takes the whole frames that are there. */
  void takeLeft() {
    in.flip();
    boolean more = true;
    while (more) {
      more = frame();
    }
    in.compact();
  }

  /** Reads more behind what is there. */
  private void more() throws IOException {
    in.compact();
    receive();
    in.flip();
  }

  private void receive() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
    }
    if (channel.read(in) < 0) {
      channel.close();
      throw new EOFException("the server closed socket " + number);
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
    int first = in.get(at) & 0xFF;
    if (first != TEXT && first != CLOSE && first != PING) {
      throw new IllegalStateException("socket " + number + " is out of step: " + first);
    }
    if (isMessage(at + head, length)) {
      listener.message(number, ++messages);
    }
    in.position(at + head + length);
    return true;
  }

  private boolean isMessage(int at, int length) {
    return length >= NEW_MESSAGE.length && isAt(NEW_MESSAGE, at);
  }

  private boolean isAt(byte[] wanted, int at) {
    for (int i = 0; i < wanted.length; i++) {
      if (in.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where {@code wanted} is, as a whole before {@code to}; -1 if nowhere. */
  private int indexOf(byte[] wanted, int from, int to) {
    for (int at = from; at <= to - wanted.length; at++) {
      if (isAt(wanted, at)) {
        return at;
      }
    }
    return -1;
  }
}
