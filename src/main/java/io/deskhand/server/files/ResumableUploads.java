package io.deskhand.server.files;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.FileNames;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Upload;
import io.deskhand.protocol.UploadRequest;
import io.deskhand.server.store.Failures;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Validation;
import io.deskhand.server.web.Writes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes files in parts: announced first, then sent from where the server has them to. */
final class ResumableUploads {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Set<String> PART_TYPES =
      Set.of("application/octet-stream", "application/offset+octet-stream");

  private final Ledger ledger;
  private final Writes writes;
  private final ContentStore content;
  private final FileKinds kinds;

  ResumableUploads(Ledger ledger, Writes writes, ContentStore content, FileKinds kinds) {
    this.ledger = ledger;
    this.writes = writes;
    this.content = content;
    this.kinds = kinds;
  }

  Reply announce(Exchange exchange) {
    UploadRequest request = exchange.body(UploadRequest.class);
    check(request);
    UUID person = exchange.session().me().id();
    return writes.write(exchange, tx -> insert(tx, person, request));
  }

  private static void check(UploadRequest request) {
    Long size = request.size();
    String sha256 = request.sha256();
    if (size != null && size > Limits.FILE_BYTES) {
      throw ProblemException.of(
          ErrorCode.PAYLOAD_TOO_LARGE, "A file has at most " + Limits.FILE_BYTES + " bytes");
    }
    new Validation()
        .required("name", request.name(), Limits.TEXT)
        .that(size != null && size >= 1, "size", "must be from 1 to " + Limits.FILE_BYTES)
        .that(sha256 == null || SHA256.matcher(sha256).matches(), "sha256", "not a SHA-256 in hex")
        .check();
  }

  private static Reply insert(Tx tx, UUID person, UploadRequest request) {
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.attachments().find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is an attachment with this id already");
    }
    String name = FileNames.safe(Objects.requireNonNull(request.name()));
    String sha256 = request.sha256() == null ? null : request.sha256().toLowerCase(Locale.ROOT);
    StoredFile file =
        new StoredFile(
            id, person, name, Objects.requireNonNull(request.size()), null, sha256, tx.now(), null);
    tx.attachments().insert(file);
    return Reply.of(201, progress(file, 0));
  }

  Reply append(Exchange exchange) {
    long offset = offset(exchange);
    if (!PART_TYPES.contains(exchange.mediaType())) {
      throw ProblemException.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A part must be application/octet-stream");
    }
    StoredFile file = find(exchange);
    if (file.isWhole()) {
      expect(exchange, offset, file.size());
      return Reply.ok(progress(file, file.size()));
    }
    content.requireSpace(file.size());
    Path path = content.part(file.id());
    String sha256;
    try (PartFile part = PartFile.open(path, file.size())) {
      expect(exchange, offset, part.size());
      exchange.stream(file.size() - offset, part);
      exchange.answerHeader(Routes.UPLOAD_OFFSET, Long.toString(part.size()));
      if (part.size() < file.size()) {
        return Reply.ok(progress(file, part.size()));
      }
      sha256 = part.sha256();
    }
    return finish(exchange, file, path, sha256);
  }

  Reply drop(Exchange exchange) {
    forget(find(exchange));
    return Reply.empty();
  }

  /** How much of {@code file} is here. */
  long arrived(StoredFile file) {
    try {
      Path part = content.part(file.id());
      return file.isWhole() ? file.size() : Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private Reply finish(Exchange exchange, StoredFile file, Path path, String sha256) {
    try {
      if (file.sha256() != null && !file.sha256().equals(sha256)) {
        Files.delete(path);
        exchange.answerHeader(Routes.UPLOAD_OFFSET, "0");
        throw Problems.invalid("sha256", "what arrived has another one: send it again from 0");
      }
      StoredFile whole = file.whole(typed(file, path), sha256);
      return content.settle(path, sha256, () -> ledger.write(tx -> complete(tx, whole)));
    } catch (NoSuchFileException e) {
      throw ProblemException.of(ErrorCode.CONFLICT, "Another request has sent the rest");
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private String typed(StoredFile file, Path path) throws IOException {
    try {
      return kinds.of(path, file.name());
    } catch (ProblemException e) {
      forget(file);
      throw e;
    }
  }

  private static Reply complete(Tx tx, StoredFile whole) {
    if (tx.attachments().find(whole.id()).isEmpty()) {
      throw Problems.notFound("attachment");
    }
    tx.attachments().complete(whole);
    return Reply.ok(progress(whole, whole.size()));
  }

  private void forget(StoredFile file) {
    ledger.write(
        tx -> {
          tx.attachments().delete(file.id());
          return file;
        });
    try {
      Files.deleteIfExists(content.part(file.id()));
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private StoredFile find(Exchange exchange) {
    UUID id = exchange.pathId("id");
    return ledger.read(view -> AttachmentAccess.findUnused(view, exchange.session().scope(), id));
  }

  private static void expect(Exchange exchange, long offset, long arrived) {
    exchange.answerHeader(Routes.UPLOAD_OFFSET, Long.toString(arrived));
    if (offset != arrived) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "Upload-Offset must be " + arrived + ": that many bytes are here");
    }
  }

  private static long offset(Exchange exchange) {
    String offset = exchange.header(Routes.UPLOAD_OFFSET);
    if (offset == null || !NUMBER.matcher(offset).matches()) {
      throw ProblemException.of(
          ErrorCode.MALFORMED_REQUEST, "Upload-Offset must say where this part begins");
    }
    return Long.parseLong(offset);
  }

  private static Upload progress(StoredFile file, long offset) {
    Attachment attachment = file.isWhole() ? file.attachment() : null;
    return new Upload(file.id(), file.name(), file.size(), offset, attachment);
  }
}
