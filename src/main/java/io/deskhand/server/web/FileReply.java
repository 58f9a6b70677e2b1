package io.deskhand.server.web;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as the answer to a request: never shown by a browser, only saved; in parts, if the request
 * asks so.
 *
 * @param type its media type
 * @param name what to save it as
 * @param tag another one for another content
 */
public record FileReply(Path file, String type, String name, String tag) {
  private static final int BUFFER = 1 << 16;

  /** Sends it; what it returns is the answer's status alone. */
  Reply send(Context context) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      context.header("ETag", quoted());
      context.header("Cache-Control", "private, no-cache");
      if (isKnown(context.header("If-None-Match"))) {
        return new Reply(304, new byte[0]);
      }
      context.header("Accept-Ranges", "bytes");
      long size = channel.size();
      Optional<ByteRange> range = range(context, size);
      int status = range.isPresent() ? 206 : 200;
      range.ifPresent(some -> announce(context, some, size));
      ByteRange part = range.orElseGet(() -> new ByteRange(0, size));
      context.status(status);
      context.contentType(type);
      context.header("Content-Disposition", disposition());
      context.res().setContentLengthLong(part.length());
      if (!context.method().equals(HandlerType.HEAD)) {
        copy(channel, part, context);
      }
      return new Reply(status, new byte[0]);
    } catch (NoSuchFileException e) {
      throw Problems.notFound("file: its content is gone");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send a file", e);
    }
  }

  private boolean isKnown(@Nullable String tags) {
    return tags != null && (tags.strip().equals("*") || tags.contains(quoted()));
  }

  private Optional<ByteRange> range(Context context, long size) {
    String wanted = context.header("Range");
    String condition = context.header("If-Range");
    if (wanted == null || (condition != null && !condition.strip().equals(quoted()))) {
      return Optional.empty();
    }
    return ByteRange.read(wanted, size);
  }

  private static void announce(Context context, ByteRange part, long size) {
    if (part.length() == 0) {
      context.header("Content-Range", "bytes */" + size);
      throw ProblemException.of(
          ErrorCode.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes only");
    }
    context.header("Content-Range", part.of(size));
  }

  private static void copy(FileChannel channel, ByteRange part, Context context)
      throws IOException {
    channel.position(part.first());
    var in = Channels.newInputStream(channel);
    var out = context.res().getOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (long rest = part.length(); rest > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
      if (read < 0) {
        throw new IOException("the file has become shorter");
      }
      out.write(buffer, 0, read);
      rest -= read;
    }
  }

  private String quoted() {
    return '"' + tag + '"';
  }

  /** RFC 6266: a plain name for the old, the true one for all others. */
  private String disposition() {
    String plain = name.replaceAll("[^ !#-\\[\\]-~]", "_").replace('%', '_');
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
