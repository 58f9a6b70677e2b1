package io.deskhand.server.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file are wanted: {@code length} from {@code first} on. */
record ByteRange(long first, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part of a file that a Range header asks for; empty for what may be ignored by RFC 9110:
   * other units, several ranges, nonsense.
   *
   * @return a range of length 0 if no byte of it is in the file
   */
  static Optional<ByteRange> read(String header, long size) {
    Matcher range = ONE.matcher(header.strip());
    if (!range.matches() || header.strip().equals("bytes=-")) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long length = Math.min(Long.parseLong(range.group(2)), size);
      return Optional.of(new ByteRange(size - length, length));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    if (last < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, Math.min(last, size - 1) - first + 1)));
  }

  /** The Content-Range of this part. */
  String of(long size) {
    return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
  }
}
