package io.deskhand.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Deskhand " + number()};
  }

  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/io/deskhand/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
