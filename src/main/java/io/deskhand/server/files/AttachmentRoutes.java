package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.FileReply;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The routes of files that messages carry. */
public final class AttachmentRoutes {
  private static final String FORM = "multipart/form-data";
  private final Ledger ledger;
  private final ContentStore content;
  private final Allowance allowance;
  private final FormUploads forms;
  private final ResumableUploads parts;
  private final Thumbnails thumbnails;
  private final FileSweep sweep;

  /** Keeps the files in {@code folder}, which is made where there is none. */
  public AttachmentRoutes(Ledger ledger, Writes writes, Path folder, Clock clock) {
    this(ledger, writes, new ContentStore(folder, clock));
  }

  AttachmentRoutes(Ledger ledger, Writes writes, ContentStore content) {
    FileKinds kinds = new FileKinds();
    this.ledger = ledger;
    this.content = content;
    this.allowance = new Allowance(ledger, content);
    this.forms = new FormUploads(ledger, content, kinds);
    this.parts = new ResumableUploads(ledger, writes, content, kinds);
    this.thumbnails = new Thumbnails(content);
    this.sweep = new FileSweep(ledger, content);
  }

  /** POST /support/attachments: a form with the file, or JSON that announces one in parts. */
  public Reply upload(Exchange exchange) {
    exchange.params().check();
    allowance.require(exchange, Limits.FILE_BYTES);
    return exchange.mediaType().equals(FORM) ? forms.take(exchange) : parts.announce(exchange);
  }

  /** PATCH /support/attachments/{id}: the next part. */
  public Reply append(Exchange exchange) {
    return parts.append(exchange);
  }

  /** DELETE /support/attachments/{id}: an upload that no message carries. */
  public Reply drop(Exchange exchange) {
    return parts.drop(exchange);
  }

  /** GET and HEAD /support/attachments/{id}: the file; the headers say how much of it is here. */
  public @Nullable FileReply read(Exchange exchange) {
    StoredFile file = find(exchange);
    exchange.answerHeader(Routes.UPLOAD_OFFSET, Long.toString(parts.arrived(file)));
    if (file.isWhole()) {
      return new FileReply(
          content.content(file.content()), file.attachment().type(), file.name(), file.content());
    }
    if (exchange.isHead()) {
      return null;
    }
    throw ProblemException.of(ErrorCode.CONFLICT, "The file has not arrived as a whole yet");
  }

  /** GET /support/attachments/{id}/thumbnail: a small picture of an image. */
  public FileReply thumbnail(Exchange exchange) {
    StoredFile file = find(exchange);
    return thumbnails.of(file).orElseThrow(() -> Problems.notFound("thumbnail"));
  }

  /** Forgets uploads that were not used within a day, and what nobody knows of on the disk. */
  public void sweep() {
    sweep.run();
  }

  private StoredFile find(Exchange exchange) {
    UUID id = exchange.pathId("id");
    exchange.params().check();
    return ledger.read(view -> AttachmentAccess.find(view, exchange.session().scope(), id));
  }
}
