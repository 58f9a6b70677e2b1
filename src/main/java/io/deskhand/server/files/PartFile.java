package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Failures;
import io.deskhand.server.store.Sha256;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * What has arrived of a file, open for more. Bytes go to the disk as they come; only one writes to
 * it at a time, whichever server they are on.
 */
final class PartFile implements Exchange.Sink, AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private final Path path;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.start();
  private final long most;
  private final long start;
  private long end;

  private PartFile(Path path, FileChannel channel, long most) throws IOException {
    this.path = path;
    this.channel = channel;
    this.most = most;
    this.start = channel.size();
    this.end = start;
    channel.position(start);
  }

  /**
   * Opens or makes the file at {@code path}, to have {@code most} bytes in the end.
   *
   * @throws ProblemException with {@code conflict} if somebody else writes to it
   */
  static PartFile open(Path path, long most) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw ProblemException.of(ErrorCode.CONFLICT, "Another request sends this file");
      }
      return new PartFile(path, channel, most);
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  /** How many bytes are here. */
  long size() {
    return end;
  }

  @Override
  public void take(ByteBuffer bytes) {
    if (end + bytes.remaining() > most) {
      undo();
      throw ProblemException.of(
          ErrorCode.PAYLOAD_TOO_LARGE, "The file is larger than " + most + " bytes");
    }
    digest.update(bytes.duplicate());
    try {
      while (bytes.hasRemaining()) {
        end += channel.write(bytes);
      }
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  /** Drops what came since this was opened. */
  private void undo() {
    try {
      channel.truncate(start);
      end = start;
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  /** The hash of all that is here; to be asked for once. */
  String sha256() {
    if (start == 0) {
      return Fingerprint.of(digest);
    }
    MessageDigest whole = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        whole.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
    return Fingerprint.of(whole);
  }

  /** Makes what is here survive a loss of power, and lets others write. */
  @Override
  public void close() {
    try (channel) {
      channel.force(true);
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }
}
