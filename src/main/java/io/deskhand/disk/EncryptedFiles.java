package io.deskhand.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * Encrypted files for H2 as H2 makes them itself for {@code CIPHER=AES}, byte for byte, but below
 * {@link JournaledFiles}, which has to read what it writes. A URL names files only, so that keys
 * are made known here before; and they are in no message.
 */
public final class EncryptedFiles extends FilePathWrapper {
  /** What a path begins with. */
  public static final String PREFIX = "encrypted:";

  private static final String SUFFIX = ".mv.db";
  private static final Map<String, byte[]> KEYS = new ConcurrentHashMap<>();

  /**
   * Makes H2 know the scheme, and the key of a database's files.
   *
   * @param database its path without a suffix
   * @param password in ASCII, at least 256 random bits: few rounds make the key of it
   */
  public static void register(Path database, String password) {
    FilePath.register(new EncryptedFiles());
    KEYS.put(
        database.toAbsolutePath() + SUFFIX,
        FilePathEncrypt.getPasswordBytes(password.toCharArray()));
  }

  /** Forgets the key of a database's files; those that are open stay so. */
  public static void forget(Path database) {
    KEYS.remove(database.toAbsolutePath() + SUFFIX);
  }

  @Override
  public String getScheme() {
    return "encrypted";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    String path = getBase().toString();
    for (Map.Entry<String, byte[]> entry : KEYS.entrySet()) {
      if (path.contains(entry.getKey())) {
        return new FileEncrypt(path, entry.getValue().clone(), getBase().open(mode));
      }
    }
    throw new IOException("There is no key for " + path);
  }
}
