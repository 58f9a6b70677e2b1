package io.deskhand.sync.search;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of a copy on disk, encrypted: a document for each ticket and one for each message. Each
 * commit says of which copy it is.
 */
final class SearchFiles implements AutoCloseable {
  /** The field with the id of a document's ticket. */
  static final String TICKET = "ticket";

  /** Another one means that the documents are made differently, and all have to be made anew. */
  private static final String FORMAT = "4";

  private static final double BUFFER_MEGABYTES = 32;
  private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType BEGINNINGS = words(IndexOptions.DOCS);
  private final Directory directory;
  private final IndexWriter writer;

  private SearchFiles(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens the files in {@code folder}, and makes them anew where they cannot be read.
   *
   * @param key 32 bytes
   */
  static SearchFiles open(Path folder, byte[] key) throws IOException {
    // The profile's own lock keeps others out.
    Directory directory =
        new CipherDirectory(FSDirectory.open(folder, NoLockFactory.INSTANCE), key);
    try {
      return new SearchFiles(directory, writer(directory, OpenMode.CREATE_OR_APPEND));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException e) {
      return new SearchFiles(directory, writer(directory, OpenMode.CREATE));
    }
  }

  private static IndexWriter writer(Directory directory, OpenMode mode) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(new WordAnalyzer())
            .setOpenMode(mode)
            .setCommitOnClose(false)
            .setUseCompoundFile(true)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
  }

  private static FieldType words(IndexOptions what) {
    FieldType type = new FieldType();
    type.setIndexOptions(what);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  IndexWriter writer() {
    return writer;
  }

  /** Whether the last commit was one of {@code copy}. */
  boolean isOf(UUID copy) {
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals("copy")) {
          return entry.getValue().equals(FORMAT + copy);
        }
      }
    }
    return false;
  }

  void clear() throws IOException {
    writer.deleteAll();
  }

  /** Writes a ticket with all of its messages anew; without {@code ticket} they go. */
  void put(UUID id, @Nullable Ticket ticket, Collection<Message> messages) throws IOException {
    if (ticket == null) {
      writer.deleteDocuments(new Term(TICKET, bytes(id)));
    } else {
      writer.updateDocuments(new Term(TICKET, bytes(id)), documents(ticket, messages));
    }
  }

  /** Writes a ticket that is not there yet. */
  void add(Ticket ticket, Collection<Message> messages) throws IOException {
    writer.addDocuments(documents(ticket, messages));
  }

  void commit(UUID copy) throws IOException {
    writer.setLiveCommitData(Map.of("copy", FORMAT + copy).entrySet());
    writer.commit();
  }

  private static List<Document> documents(Ticket ticket, Collection<Message> messages) {
    List<Document> documents = new ArrayList<>();
    documents.add(document(ticket));
    for (Message message : messages) {
      Document document = of(ticket.id());
      text(document, TextField.MESSAGE, message.body());
      documents.add(document);
    }
    return documents;
  }

  private static Document document(Ticket ticket) {
    Document document = of(ticket.id());
    text(document, TextField.SUBJECT, ticket.subject());
    text(document, TextField.CUSTOMER, ticket.customerName());
    text(document, TextField.CUSTOMER, ticket.customerEmail());
    ticket.tags().forEach(tag -> text(document, TextField.TAG, tag));
    String number = ticket.ticketNumber();
    if (number != null) {
      String lower = number.toLowerCase(Locale.ROOT);
      begun(document, lower);
      begun(document, lower.substring(lower.lastIndexOf('-') + 1));
    }
    return document;
  }

  private static Document of(UUID ticketId) {
    Document document = new Document();
    document.add(new StringField(TICKET, bytes(ticketId), Field.Store.NO));
    document.add(new BinaryDocValuesField(TICKET, bytes(ticketId)));
    return document;
  }

  private static void text(Document document, TextField field, @Nullable String text) {
    if (text != null) {
      document.add(new Field(field.field(), text, WORDS));
      document.add(new Field(WordAnalyzer.begun(field.field()), text, BEGINNINGS));
    }
  }

  /** A number with all of its beginnings: each is another one, so there is no cheaper way. */
  private static void begun(Document document, String number) {
    String field = WordAnalyzer.begun(TextField.NUMBER.field());
    for (int end = 1; end <= number.length(); end++) {
      document.add(new StringField(field, number.substring(0, end), Field.Store.NO));
    }
  }

  static BytesRef bytes(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  static UUID id(BytesRef ref) {
    ByteBuffer bytes = ByteBuffer.wrap(ref.bytes, ref.offset, ref.length);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** What is not committed is lost. */
  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
