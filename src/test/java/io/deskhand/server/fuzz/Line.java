package io.deskhand.server.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A connection that stays open from request to request and sends any bytes, also those that an HTTP
 * client would not let through. For one thread.
 */
final class Line implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int CHUNK_SIZE_RADIX = 16;
  private final URI server;
  private Socket socket;
  private InputStream in;

  Line(URI server) {
    this.server = server;
  }

  /**
   * Sends {@code request} and reads its answer.
   *
   * @param bodiless whether the answer has no body whatever its length says, as HEAD's
   * @throws IOException if there is no answer, or none in time
   */
  Answer send(byte[] request, boolean bodiless) throws IOException {
    boolean used = socket != null;
    try {
      return exchange(request, bodiless);
    } catch (IOException e) {
      close();
      if (!used || e instanceof SocketTimeoutException) {
        throw e;
      }
      // The server may have closed the connection after the request before.
      return exchange(request, bodiless);
    }
  }

  private Answer exchange(byte[] request, boolean bodiless) throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }
    socket.getOutputStream().write(request);
    Answer answer = read(bodiless);
    if (answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return answer;
  }

  private Answer read(boolean bodiless) throws IOException {
    String first = text();
    while (first.startsWith("HTTP/1.1 1")) {
      headers();
      first = text();
    }
    if (!first.matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException("not an answer: " + first);
    }
    int status = Integer.parseInt(first.substring(9, 12));
    Map<String, String> headers = headers();
    boolean none = bodiless || status == 204 || status == 304;
    byte[] body = none ? new byte[0] : body(headers);
    return new Answer(status, headers, isPacked(headers) ? unpacked(body) : body);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = text(); !line.isEmpty(); line = text()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static boolean isPacked(Map<String, String> headers) {
    return headers.getOrDefault("content-encoding", "").equals("gzip");
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    if (body.length == 0) {
      return body;
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return plain.readAllBytes();
    }
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    if (length != null) {
      return exactly(Integer.parseInt(length));
    }
    return headers.containsKey("transfer-encoding") ? chunks() : in.readAllBytes();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = Integer.parseInt(text(), CHUNK_SIZE_RADIX);
    while (size > 0) {
      body.writeBytes(exactly(size));
      text();
      size = Integer.parseInt(text(), CHUNK_SIZE_RADIX);
    }
    text();
    return body.toByteArray();
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the answer broke off");
    }
    return bytes;
  }

  private String text() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("no answer");
      }
      line.write(next);
      next = in.read();
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
