package io.deskhand.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
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
    return context.pathParam(name);
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
    return bytes.length == 0 ? Json.object() : Json.parse(bytes);
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
  @Nullable String idempotencyKey() {
    String key = context.header(Routes.IDEMPOTENCY_KEY);
    if (key != null && (key.isBlank() || key.length() > Limits.NAME)) {
      throw ProblemException.of(
          ErrorCode.MALFORMED_REQUEST,
          "Idempotency-Key must have 1 to " + Limits.NAME + " characters");
    }
    return key;
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
      byte[] bytes = in.readNBytes(Limits.BODY_BYTES + 1);
      if (bytes.length > Limits.BODY_BYTES) {
        drain(in);
        throw ProblemException.of(
            ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + Limits.BODY_BYTES + " bytes");
      }
      if (bytes.length > 0 && !isJson(context.header("Content-Type"))) {
        throw ProblemException.of(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("the request broke off", e);
    }
  }

  private static void drain(InputStream in) throws IOException {
    byte[] sink = new byte[1 << 16];
    int read = in.read(sink);
    for (long rest = DRAIN_BYTES; read >= 0 && rest > 0; rest -= read) {
      read = in.read(sink);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  /** {@code text} as a UUID in its full form; null if it is none. */
  static @Nullable UUID parseId(String text) {
    return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }
}
