package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;

/**
 * Which part of H2's file is its last commit. H2 2.5.252 notes that only after it has written the
 * file's header: where the commit went into space that had been free, the header names the one
 * before it, until there is another one. So whoever opens the file after a kill has to be shown the
 * way. The format is that of H2's MVStore: blocks of 4,096 bytes, two of them headers, lines of
 * {@code key:value} in hexadecimal digits with a Fletcher checksum; not thread-safe.
 */
final class NewestChunk {
  /** A block of H2's file, in bytes. */
  static final int BLOCK = 4096;

  /** Where the headers end. */
  static final long HEADERS = 2 * BLOCK;

  private static final String CHUNK = "chunk";
  private static final String VERSION = "version";
  private static final String CHECKSUM = ",fletcher:";

  private long block;
  private String id = "";
  private long version = -1;

  /** Looks at what is written: a chunk begins with a line about itself. */
  void observe(Step.Write write) {
    if (write.position() < HEADERS || write.position() % BLOCK != 0) {
      return;
    }
    String line = lineAt(write.bytes(), 0);
    if (!line.startsWith(CHUNK + ":")) {
      return;
    }
    Map<String, String> about = DataUtils.parseMap(line);
    long found = Long.parseUnsignedLong(about.getOrDefault(VERSION, "0"), 16);
    if (found >= version) {
      version = found;
      id = about.getOrDefault(CHUNK, "0");
      block = write.position() / BLOCK;
    }
  }

  /** Makes the header of {@code file} name it, if it names an older one. */
  void nameIn(FileChannel file) throws IOException {
    if (version < 0) {
      return;
    }
    byte[] both = new byte[(int) HEADERS];
    Channels.read(file, ByteBuffer.wrap(both), 0);
    for (int copy = 0; copy < HEADERS; copy += BLOCK) {
      String line = lineAt(both, copy);
      if (isWhole(line)) {
        Map<String, String> header = DataUtils.parseMap(line);
        if (Long.parseUnsignedLong(header.getOrDefault(VERSION, "0"), 16) < version) {
          write(header, file);
        }
        return;
      }
    }
  }

  private void write(Map<String, String> older, FileChannel file) throws IOException {
    HashMap<String, String> header = new HashMap<>(older);
    header.remove(CHECKSUM.substring(1, CHECKSUM.length() - 1));
    header.put("block", Long.toHexString(block));
    header.put(CHUNK, id);
    header.put(VERSION, Long.toHexString(version));
    StringBuilder line = DataUtils.appendMap(new StringBuilder(), header);
    byte[] unchecked = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    line.append(CHECKSUM)
        .append(Integer.toHexString(DataUtils.getFletcher32(unchecked, 0, unchecked.length)))
        .append('\n');
    byte[] checked = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer both = ByteBuffer.allocate((int) HEADERS);
    both.put(0, checked).put(BLOCK, checked);
    Channels.write(file, both, 0);
  }

  private static boolean isWhole(String line) {
    int end = line.lastIndexOf(CHECKSUM);
    if (end < 0) {
      return false;
    }
    byte[] checked = line.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
    String checksum = line.substring(end + CHECKSUM.length());
    return checksum.equals(
        Integer.toHexString(DataUtils.getFletcher32(checked, 0, checked.length)));
  }

  private static String lineAt(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && end < start + BLOCK && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
  }
}
