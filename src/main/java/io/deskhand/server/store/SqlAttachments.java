package io.deskhand.server.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

final class SqlAttachments implements AttachmentWrites {
  static final Table<StoredFile> TABLE =
      Table.<StoredFile>named("attachments")
          .id("id", StoredFile::id)
          .id("owner_id", StoredFile::owner)
          .text("name", StoredFile::name)
          .bigNumber("byte_count", StoredFile::size)
          .text("type", StoredFile::type)
          .text("sha256", StoredFile::sha256)
          .time("created_at", StoredFile::createdAt)
          .id("message_id", StoredFile::messageId)
          .build();

  private final Handle handle;

  SqlAttachments(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<StoredFile> find(UUID id) {
    return handle
        .createQuery("SELECT a.* FROM attachments a WHERE a.id = ?")
        .bind(0, id)
        .map(Row.mapper(SqlAttachments::file))
        .findOne();
  }

  @Override
  public int unusedOf(UUID owner) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM attachments a WHERE a.owner_id = ? AND a.message_id IS NULL")
        .bind(0, owner)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Set<String> contents(String prefix) {
    return handle
        .createQuery("SELECT a.sha256 FROM attachments a WHERE a.sha256 >= ? AND a.sha256 < ?")
        .bind(0, prefix)
        .bind(1, prefix + "g")
        .mapTo(String.class)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void insert(StoredFile file) {
    TABLE.insert(handle, file);
  }

  @Override
  public void complete(StoredFile file) {
    handle.execute(
        "UPDATE attachments SET type = ?, sha256 = ? WHERE id = ?",
        file.type(),
        file.sha256(),
        file.id());
  }

  @Override
  public boolean attach(UUID id, UUID messageId) {
    String sql =
        """
        UPDATE attachments SET message_id = ?
        WHERE id = ? AND (message_id IS NULL OR message_id = ?)\
        """;
    return handle.execute(sql, messageId, id, messageId) == 1;
  }

  @Override
  public void delete(UUID id) {
    handle.execute("DELETE FROM attachments WHERE id = ? AND message_id IS NULL", id);
  }

  @Override
  public void forgetUnusedBefore(Instant time) {
    handle.execute("DELETE FROM attachments WHERE message_id IS NULL AND created_at < ?", time);
  }

  private static StoredFile file(Row row) throws SQLException {
    return new StoredFile(
        row.id("id"),
        row.id("owner_id"),
        row.text("name"),
        row.bigNumber("byte_count"),
        row.textOrNull("type"),
        row.textOrNull("sha256"),
        row.time("created_at"),
        row.idOrNull("message_id"));
  }
}
