package io.deskhand.server.files;

import io.deskhand.protocol.FileNames;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.Failures;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Fingerprint;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Takes a whole file as multipart/form-data. */
final class FormUploads {
  private final Ledger ledger;
  private final ContentStore content;
  private final FileKinds kinds;

  FormUploads(Ledger ledger, ContentStore content, FileKinds kinds) {
    this.ledger = ledger;
    this.content = content;
    this.kinds = kinds;
  }

  private record Received(String name, long size, String sha256) {}

  Reply take(Exchange exchange) {
    Path path = content.part(UUID.randomUUID());
    try {
      try {
        Received received = receive(exchange, path);
        String type = kinds.of(path, received.name());
        return content.settle(path, received.sha256(), () -> store(exchange, received, type));
      } finally {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private static Received receive(Exchange exchange, Path path) {
    try (PartFile part = PartFile.open(path, Limits.FILE_BYTES)) {
      String name = FileNames.safe(exchange.streamForm(Limits.FILE_BYTES, part));
      if (part.size() == 0) {
        throw Problems.invalid("file", "is empty");
      }
      return new Received(name, part.size(), part.sha256());
    }
  }

  private Reply store(Exchange exchange, Received received, String type) {
    UUID person = exchange.session().me().id();
    String key = exchange.idempotencyKey();
    String fingerprint =
        Fingerprint.of("POST " + Routes.ATTACHMENTS + received.sha256() + received.name());
    return ledger.write(
        tx -> Writes.once(tx, person, key, fingerprint, () -> insert(tx, person, received, type)));
  }

  private static Reply insert(Tx tx, UUID person, Received received, String type) {
    StoredFile file =
        new StoredFile(
            tx.newId(),
            person,
            received.name(),
            received.size(),
            type,
            received.sha256(),
            tx.now(),
            null);
    tx.attachments().insert(file);
    return Reply.of(201, file.attachment());
  }
}
