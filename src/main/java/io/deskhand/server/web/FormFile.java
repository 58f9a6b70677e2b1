package io.deskhand.server.web;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Reads the one file of a multipart/form-data body as it arrives, and keeps nothing of it. */
final class FormFile extends MultiPart.AbstractPartsListener {
  private static final String FIELD = "file";
  private static final int BUFFER = 1 << 16;
  private static final int HEADERS_BYTES = 8 * 1024;
  private final Exchange.Sink sink;
  private @Nullable String name;
  private @Nullable RuntimeException failure;

  private FormFile(Exchange.Sink sink) {
    this.sink = sink;
  }

  /** Hands the file's bytes to {@code sink}, and returns its name as the sender gave it. */
  static String read(InputStream body, @Nullable String contentType, Exchange.Sink sink)
      throws IOException {
    String boundary = contentType == null ? null : MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("The body has no boundary");
    }
    FormFile form = new FormFile(sink);
    MultiPart.Parser parser = new MultiPart.Parser(boundary, form);
    parser.setMaxParts(1);
    parser.setPartHeadersMaxLength(HEADERS_BYTES);
    byte[] buffer = new byte[BUFFER];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
      form.rethrow();
    }
    parser.parse(Content.Chunk.EOF);
    form.rethrow();
    if (form.name == null) {
      throw Problems.invalid(FIELD, "is missing");
    }
    return form.name;
  }

  @Override
  public void onPartHeaders() {
    if (!FIELD.equals(getName())) {
      fail(Problems.invalid(Objects.requireNonNullElse(getName(), "form"), "unknown field"));
    } else if (getFileName() == null) {
      fail(Problems.invalid(FIELD, "has no filename"));
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    if (failure == null) {
      try {
        sink.take(chunk.getByteBuffer());
      } catch (RuntimeException e) {
        fail(e);
      }
    }
  }

  @Override
  public void onPart(
      @Nullable String field, @Nullable String fileName, @Nullable HttpFields headers) {
    name = fileName;
  }

  @Override
  public void onFailure(Throwable reason) {
    fail(malformed("The body is not the multipart/form-data of one file"));
  }

  private void fail(RuntimeException reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  private void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }

  private static ProblemException malformed(String detail) {
    return ProblemException.of(ErrorCode.MALFORMED_REQUEST, detail);
  }
}
