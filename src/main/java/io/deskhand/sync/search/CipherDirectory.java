package io.deskhand.sync.search;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * Files that nobody reads without the key: AES in counter mode, so that they can be read from any
 * place, each file with a random start of its own in front. Lucene never writes a byte twice, which
 * this mode could not bear, and finds damage by its own checksums.
 */
final class CipherDirectory extends FilterDirectory {
  private static final int BUFFER = 8_192;
  private final FileCipher.Pads pads;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes
   */
  CipherDirectory(Directory files, byte[] key) {
    super(files);
    this.pads = new FileCipher.Pads(key);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return encrypting(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return encrypting(in.createTempOutput(prefix, suffix, context));
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    IndexInput file = in.openInput(name, context);
    try {
      byte[] start = new byte[FileCipher.START];
      file.readBytes(start, 0, start.length);
      return new CipherInput(name, file, new FileCipher(pads, start));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public long fileLength(String name) throws IOException {
    return in.fileLength(name) - FileCipher.START;
  }

  /** A copy of the bytes would have the same start: what is copied is read and written. */
  @Override
  public void copyFrom(Directory from, String source, String target, IOContext context)
      throws IOException {
    try (IndexInput input = from.openInput(source, IOContext.READONCE);
        IndexOutput output = createOutput(target, context)) {
      output.copyBytes(input, input.length());
    }
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    in.sync(names);
  }

  private IndexOutput encrypting(IndexOutput file) throws IOException {
    byte[] start = new byte[FileCipher.START];
    random.nextBytes(start);
    file.writeBytes(start, start.length);
    OutputStream stream = new Encrypting(file, new FileCipher(pads, start));
    return new OutputStreamIndexOutput(file.toString(), file.getName(), stream, BUFFER);
  }

  private static final class Encrypting extends OutputStream {
    private final IndexOutput file;
    private final FileCipher cipher;
    private long at;

    Encrypting(IndexOutput file, FileCipher cipher) {
      this.file = file;
      this.cipher = cipher;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] encrypted = Arrays.copyOfRange(bytes, offset, offset + length);
      cipher.apply(at, encrypted, 0, length);
      file.writeBytes(encrypted, length);
      at += length;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
