package io.deskhand.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the program this is. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The number that the build wrote, such as {@code 1.2.3}. */
  public static String number() {
    try (InputStream in =
        ProgramVersion.class.getResourceAsStream("/io/deskhand/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
