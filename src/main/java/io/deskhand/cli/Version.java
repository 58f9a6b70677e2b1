package io.deskhand.cli;

import io.deskhand.protocol.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Deskhand " + ProgramVersion.number()};
  }
}
