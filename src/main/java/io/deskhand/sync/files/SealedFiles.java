package io.deskhand.sync.files;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Objects;

/**
 * Files that nobody reads without the key, nor changes or swaps unnoticed: AES-256-GCM in segments,
 * each file with a key of its own, bound to its name. A file is there as a whole or not at all.
 * Thread-safe for different names.
 */
final class SealedFiles {
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 1 << 16;
  private static final String UNFINISHED = ".part";
  private final StreamingAead cipher;

  /** Something that writes a file's content. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @param key 32 bytes
   */
  SealedFiles(byte[] key) {
    try {
      this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Writes a file; when it returns the disk itself has it. What fails leaves nothing there. */
  void write(Path file, Content content) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      seal(part, nameOf(file), content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      flush(folder);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The whole content, to be closed. Fails when it comes to what is damaged. */
  InputStream read(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return cipher.newDecryptingStream(raw, nameOf(file));
    } catch (GeneralSecurityException e) {
      raw.close();
      throw new IOException("cannot read " + file.getFileName(), e);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** At most {@code length} bytes of the content, from {@code at} on. */
  byte[] read(Path file, long at, int length) throws IOException {
    try (SeekableByteChannel raw = FileChannel.open(file, StandardOpenOption.READ);
        SeekableByteChannel plain = cipher.newSeekableDecryptingChannel(raw, nameOf(file))) {
      plain.position(at);
      return Channels.newInputStream(plain).readNBytes(length);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read " + file.getFileName(), e);
    }
  }

  private void seal(Path part, byte[] name, Content content) throws IOException {
    try (FileChannel raw =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream open = new Open(raw)) {
      try (OutputStream sealed = cipher.newEncryptingStream(open, name)) {
        content.writeTo(sealed);
      }
      raw.force(true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  private static byte[] nameOf(Path file) {
    return file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
      // Windows opens no folders, and keeps their entries in a journal of its own.
    }
  }

  /** A file that whoever writes to it does not close: it is still to be flushed. */
  private static final class Open extends OutputStream {
    private final OutputStream file;

    Open(FileChannel file) {
      this.file = Channels.newOutputStream(file);
    }

    @Override
    public void write(int one) throws IOException {
      file.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      file.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      file.flush();
    }
  }
}
