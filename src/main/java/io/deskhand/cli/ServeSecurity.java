package io.deskhand.cli;

import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.SecurityOptions;
import io.deskhand.server.tls.ServerTls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code serve} that say who may reach the server, and how its data is sealed. */
final class ServeSecurity {
  @Option(
      names = "--bind",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 0.0.0.0 is all. Beyond this machine it speaks TLS."
              + " Default: 127.0.0.1.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate and its chain (PEM). Without one a self-signed one is made.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key (PEM).")
  private @Nullable Path key;

  @Option(
      names = "--plain-http",
      description = "No TLS beyond this machine: for a server behind a proxy that speaks it.")
  private boolean plain;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      split = ",",
      description = "Origins of web pages that may use the server. Default: none.")
  private @Nullable List<String> origins;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      defaultValue = "" + SecurityOptions.REQUESTS_PER_SECOND,
      description = "Requests that one person may send a second. Default: 2000.")
  private int rateLimit = SecurityOptions.REQUESTS_PER_SECOND;

  @Mixin private final KeyOptions keys = new KeyOptions();

  String host() {
    return bind;
  }

  /** Refuses what does not go together. */
  void check(CommandSpec spec, boolean demo) {
    require(spec, (certificate == null) == (key == null), "--tls-cert and --tls-key go together");
    require(spec, !plain || certificate == null, "--plain-http has no use for a --tls-cert");
    require(spec, rateLimit > 0, "--rate-limit is at least 1");
    require(
        spec,
        !demo || DeskServer.isLoopback(bind),
        "--demo is for this machine alone: everybody knows its password");
  }

  private static void require(CommandSpec spec, boolean ok, String message) {
    if (!ok) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  SecurityOptions options(Path data) {
    return new SecurityOptions(
        tls(data), origins == null ? Set.of() : Set.copyOf(origins), keys.files(), rateLimit);
  }

  private @Nullable ServerTls tls(Path data) {
    if (certificate != null && key != null) {
      return ServerTls.of(certificate, key);
    }
    return plain || DeskServer.isLoopback(bind)
        ? null
        : ServerTls.selfSigned(data, bind, Instant.now());
  }
}
