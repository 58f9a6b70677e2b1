package io.deskhand.sync.search;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IndexInput;

/** Reads a file of a {@link CipherDirectory}. As any input, each clone is of one thread. */
final class CipherInput extends BufferedIndexInput {
  // Small: a search looks into many places, and each is a whole buffer to decrypt.
  private static final int BUFFER = 1_024;
  private IndexInput file;
  private final FileCipher cipher;

  CipherInput(String name, IndexInput file, FileCipher cipher) {
    super(name, BUFFER);
    this.file = file;
    this.cipher = cipher;
  }

  @Override
  protected void readInternal(ByteBuffer target) throws IOException {
    long at = getFilePointer();
    if (at + target.remaining() > length()) {
      throw new EOFException("read past the end of " + this);
    }
    // Both buffers that the library comes with, its own and its caller's, are arrays.
    byte[] bytes = target.array();
    int from = target.arrayOffset() + target.position();
    int length = target.remaining();
    file.seek(at + FileCipher.START);
    file.readBytes(bytes, from, length);
    cipher.apply(at, bytes, from, length);
    target.position(target.limit());
  }

  @Override
  protected void seekInternal(long at) throws IOException {
    if (at > length()) {
      throw new EOFException("seek past the end of " + this);
    }
  }

  @Override
  public long length() {
    return file.length() - FileCipher.START;
  }

  @Override
  public CipherInput clone() {
    CipherInput clone = (CipherInput) super.clone();
    clone.file = file.clone();
    return clone;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
