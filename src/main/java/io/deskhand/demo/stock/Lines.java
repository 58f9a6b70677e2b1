package io.deskhand.demo.stock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stock's text files: UTF-8, empty lines and those that begin with # left out. */
final class Lines {
  private Lines() {}

  /** The lines of the file {@code name} beside the demo's classes. */
  static List<String> of(String name) {
    try (InputStream in = Lines.class.getResourceAsStream("/io/deskhand/demo/stock/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the demo's stock lacks " + name);
      }
      try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's stock: " + name, e);
    }
  }
}
