package io.deskhand.server.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index's files: a document for each ticket's subject and one for each message. Each commit
 * says of which desk it is and up to which seq, so that a crash loses nothing but time.
 */
final class TextFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextFiles.class);

  /** Another one means that the documents are made differently, and all have to be made anew. */
  private static final String FORMAT = "2";

  private static final String ID = "id";
  private static final double BUFFER_MEGABYTES = 48;
  private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType BEGINNINGS = words(IndexOptions.DOCS);
  private final Words analyzer = new Words();
  private final Directory directory;
  private final IndexWriter writer;

  private TextFiles(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /** Opens them, and makes them anew where they cannot be read. */
  static TextFiles open(Path path, Segments segments) throws IOException {
    Directory directory = FSDirectory.open(path);
    try {
      return new TextFiles(directory, new IndexWriter(directory, config(segments)));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException e) {
      LOG.warn("The search index in {} cannot be read; it is made anew", path, e);
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return new TextFiles(directory, new IndexWriter(directory, config(segments)));
    }
  }

  private static IndexWriterConfig config(Segments segments) {
    return new IndexWriterConfig()
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
        .setCommitOnClose(true)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergedSegmentWarmer(segments::rows);
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

  /** The seq that the last commit was at; -1 if it was of another desk than {@code epoch}'s. */
  long reached(UUID epoch) {
    var data = writer.getLiveCommitData();
    Map<String, String> known = new HashMap<>();
    if (data != null) {
      data.forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    }
    boolean same =
        FORMAT.equals(known.get("format")) && epoch.toString().equals(known.get("epoch"));
    return same ? Long.parseLong(known.getOrDefault("seq", "-1")) : -1;
  }

  void clear() throws IOException {
    writer.deleteAll();
  }

  void putSubject(UUID ticketId, String subject) throws IOException {
    writer.updateDocument(
        new Term(ID, Segments.bytes(ticketId)), subjectDocument(ticketId, subject));
  }

  /** The same for a ticket that is not in the index yet. */
  void addSubject(UUID ticketId, String subject) throws IOException {
    writer.addDocument(subjectDocument(ticketId, subject));
  }

  private Document subjectDocument(UUID ticketId, String subject) {
    Document document = document(ticketId, TextField.SUBJECT, subject);
    document.add(new StringField(ID, Segments.bytes(ticketId), Field.Store.NO));
    return document;
  }

  void removeSubject(UUID ticketId) throws IOException {
    writer.deleteDocuments(new Term(ID, Segments.bytes(ticketId)));
  }

  void addMessage(UUID ticketId, String body, boolean internal) throws IOException {
    writer.addDocument(document(ticketId, internal ? TextField.NOTE : TextField.MESSAGE, body));
  }

  private Document document(UUID ticketId, TextField field, String text) {
    Document document = new Document();
    document.add(new BinaryDocValuesField(Segments.TICKET, Segments.bytes(ticketId)));
    List<String> words = analyzer.of(text);
    document.add(new Field(field.field(), new TextWords(words), WORDS));
    document.add(new Field(field.begun(), new TextWords(Beginnings.of(words)), BEGINNINGS));
    return document;
  }

  /** Says how far it is, for the next commit, which may come when this is closed. */
  void note(UUID epoch, long seq) {
    writer.setLiveCommitData(
        Map.of("format", FORMAT, "epoch", epoch.toString(), "seq", Long.toString(seq)).entrySet());
  }

  void commit(UUID epoch, long seq) throws IOException {
    note(epoch, seq);
    writer.commit();
  }

  /** Commits what is there, as of what was noted last. */
  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
