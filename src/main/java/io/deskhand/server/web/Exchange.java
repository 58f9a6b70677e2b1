package io.deskhand.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request, read strictly; on the thread that serves it. */
public final class Exchange {
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  /** How much of a body that is too large is still read, so that its sender gets the answer. */
  private static final int DRAIN_BYTES = 16 * Limits.BODY_BYTES;

  /** What a form may have around its file. */
  private static final int FORM_BYTES = 16 * 1024;

  private static final int STREAM_BUFFER = 1 << 16;
  private static final Duration BODY_WITHIN = Duration.ofSeconds(60);

  private final Context context;
  private final @Nullable Session session;
  private byte @Nullable [] body;

  Exchange(Context context, @Nullable Session session) {
    this.context = context;
    this.session = session;
  }

  /** Who asks; only on routes that need a session. */
  public Session session() {
    if (session == null) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "Sign in first");
    }
    return session;
  }

  /** The request and its answer as they are, for what is streamed. */
  Context context() {
    return context;
  }

  /** Whether only the headers of the answer are wanted. */
  public boolean isHead() {
    return context.method().equals(HandlerType.HEAD);
  }

  /** The address that the request comes from. */
  public String address() {
    return context.ip();
  }

  /**
   * The id in the path.
   *
   * @throws ProblemException with {@code not_found} if it is none
   */
  public UUID pathId(String name) {
    UUID id = parseId(context.pathParam(name));
    if (id == null) {
      throw Problems.notFound("thing: not a UUID");
    }
    return id;
  }

  /** A part of the path as it is. */
  public String pathText(String name) {
    String text = context.pathParam(name);
    if (NoNul.isIn(text)) {
      throw Problems.notFound("thing");
    }
    return text;
  }

  /** The query's parameters. */
  public Params params() {
    return new Params(context.queryParamMap());
  }

  /** The body as {@code type}; none at all is an empty object. */
  public <T> T body(Class<T> type) {
    return Json.convert(tree(), type);
  }

  /** The body as a tree; none at all is an empty object. */
  public JsonNode tree() {
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      return Json.object();
    }
    JsonNode tree = Json.parse(bytes);
    NoNul.check(tree);
    return tree;
  }

  /** The version that a write is based on, from If-Match. */
  public OptionalLong ifMatch() {
    String header = context.header("If-Match");
    if (header == null || header.strip().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw ProblemException.of(
          ErrorCode.MALFORMED_REQUEST, "If-Match must be the ticket's version in quotes");
    }
    return OptionalLong.of(Long.parseLong(version.group(1)));
  }

  /** The key that makes a repeat harmless; null if the request has none. */
  public @Nullable String idempotencyKey() {
    String key = context.header(Routes.IDEMPOTENCY_KEY);
    if (key != null && (key.isBlank() || key.length() > Limits.NAME)) {
      throw ProblemException.of(
          ErrorCode.MALFORMED_REQUEST,
          "Idempotency-Key must have 1 to " + Limits.NAME + " characters");
    }
    return key;
  }

  /** A header of the request; null if it is not there. */
  public @Nullable String header(String name) {
    return context.header(name);
  }

  /** Sets a header of the answer, whatever the answer will be. */
  public void answerHeader(String name, String value) {
    context.header(name, value);
  }

  /** The media type of the body, in lower case and without parameters; empty if there is none. */
  public String mediaType() {
    String type = contentType();
    return type == null ? "" : type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
  }

  /** As it was sent: the servlet's own reading of it fails at a charset that it does not know. */
  private @Nullable String contentType() {
    return context.header("Content-Type");
  }

  /** Takes the bytes of a body as they arrive; what it throws ends the reading. */
  @FunctionalInterface
  public interface Sink {
    void take(ByteBuffer bytes);
  }

  /**
   * Reads a body of bytes.
   *
   * @param most more bytes are refused, before they are read where their number is known
   */
  public void stream(long most, Sink sink) {
    refuseBeyond(most);
    try (InputStream in = context.req().getInputStream()) {
      byte[] buffer = new byte[STREAM_BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sink.take(ByteBuffer.wrap(buffer, 0, read));
      }
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /**
   * Reads the one file of a multipart/form-data body, in the field {@code file}.
   *
   * @param most a larger body is refused, before it is read where its size is known
   * @return the file's name as the sender gave it
   */
  public String streamForm(long most, Sink sink) {
    refuseBeyond(most + FORM_BYTES);
    try (InputStream in = context.req().getInputStream()) {
      return FormFile.read(in, contentType(), sink);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private void refuseBeyond(long most) {
    if (context.req().getContentLengthLong() > most) {
      throw ProblemException.of(
          ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + most + " bytes");
    }
  }

  private static ProblemException brokenOff(IOException cause) {
    return new ProblemException(
        Problem.of(ErrorCode.MALFORMED_REQUEST, "The request broke off"), cause);
  }

  /** What makes this write the same as another one: method, path and body. */
  String fingerprint() {
    return Fingerprint.of(context.method().toString(), canonicalPath(), bytes());
  }

  private String canonicalPath() {
    String path = context.path();
    for (String alias : new String[] {Routes.ADMIN_SUPPORT, Routes.API_SUPPORT}) {
      if (path.startsWith(alias)) {
        return Routes.SUPPORT + path.substring(alias.length());
      }
    }
    if (path.startsWith(Routes.PLAIN_TICKETS)) {
      return Routes.SUPPORT + path;
    }
    return path;
  }

  private byte[] bytes() {
    if (body == null) {
      body = readBody();
    }
    return body;
  }

  private byte[] readBody() {
    try (InputStream in = context.req().getInputStream()) {
      byte[] bytes = readInTime(in);
      if (bytes.length > Limits.BODY_BYTES) {
        drain(in);
        throw ProblemException.of(
            ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + Limits.BODY_BYTES + " bytes");
      }
      if (bytes.length > 0 && !isJson(mediaType())) {
        throw ProblemException.of(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("the request broke off", e);
    }
  }

  /** At most a byte more than is allowed; a sender who drips is not waited for. */
  private static byte[] readInTime(InputStream in) throws IOException {
    long begun = System.nanoTime();
    byte[] chunk = new byte[1 << 13];
    ByteArrayOutputStream whole = new ByteArrayOutputStream(chunk.length);
    int read = in.read(chunk);
    while (read >= 0 && whole.size() <= Limits.BODY_BYTES) {
      whole.write(chunk, 0, Math.min(read, Limits.BODY_BYTES + 1 - whole.size()));
      if (System.nanoTime() - begun > BODY_WITHIN.toNanos()) {
        throw ProblemException.of(
            ErrorCode.MALFORMED_REQUEST,
            "The body did not come within " + BODY_WITHIN.toSeconds() + " seconds");
      }
      read = in.read(chunk);
    }
    return whole.toByteArray();
  }

  private static void drain(InputStream in) throws IOException {
    byte[] sink = new byte[1 << 16];
    int read = in.read(sink);
    for (long rest = DRAIN_BYTES; read >= 0 && rest > 0; rest -= read) {
      read = in.read(sink);
    }
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  /** {@code text} as a UUID in its full form; empty if it is none. */
  public static Optional<UUID> id(String text) {
    return Optional.ofNullable(parseId(text));
  }

  /** The same; null if it is none. */
  static @Nullable UUID parseId(String text) {
    return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }
}
