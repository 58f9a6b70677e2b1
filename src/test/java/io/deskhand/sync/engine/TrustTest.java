package io.deskhand.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.SecurityOptions;
import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.tls.ServerTls;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers a console signs in to. */
class TrustTest {
  @TempDir Path data;
  @TempDir Path profile;

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedByNameUntilItsFingerprintIsGiven()
      throws Exception {
    ServerTls tls = ServerTls.selfSigned(data, "desk.example", Instant.now());
    SecurityOptions security =
        new SecurityOptions(tls, Set.of(), KeyFiles.STANDARD, SecurityOptions.REQUESTS_PER_SECOND);
    ServerOptions options =
        ServerOptions.local(data).withSecurity(security).withSeed(SmallDesk.seed(5));
    try (DeskServer server = DeskServer.start(options)) {
      assertThat(refusal(ServerTrust.STANDARD, server.address()))
          .hasMessageContaining(tls.fingerprint())
          .extracting(SyncException::reason)
          .isEqualTo(Reason.UNTRUSTED_SERVER);
      ServerTrust other = ServerTrust.STANDARD.withFingerprint("ab".repeat(32));
      assertThat(refusal(other, server.address()).reason()).isEqualTo(Reason.UNTRUSTED_SERVER);

      Console console =
          new Console(profile, ServerTrust.STANDARD.withFingerprint(tls.fingerprint()));
      try (console) {
        console.signIn(server.address(), SmallDesk.MAX.email());
        // Live means that the socket was let in as well.
        console.awaitLive();
      }
    }
  }

  @Test
  void aPasswordGoesToAnotherMachineOverPlainHttpOnlyWhenToldTo() {
    URI elsewhere = URI.create("http://desk.example:8484");
    assertThat(refusal(ServerTrust.STANDARD, elsewhere))
        .hasMessageContaining("--plain-http")
        .extracting(SyncException::reason)
        .isEqualTo(Reason.UNTRUSTED_SERVER);
    new ServerTrust(null, true).check(elsewhere);
    ServerTrust.STANDARD.check(URI.create("http://localhost:8484"));
    ServerTrust.STANDARD.check(URI.create("https://desk.example"));
  }

  @Test
  void aFingerprintIsReadWithOrWithoutColons() {
    String hex = "AB".repeat(32);
    assertThat(ServerTrust.STANDARD.withFingerprint(hex.replaceAll("(..)(?!$)", "$1:")))
        .isEqualTo(ServerTrust.STANDARD.withFingerprint(hex));
    assertThatThrownBy(() -> ServerTrust.STANDARD.withFingerprint("AB:CD"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SyncException refusal(ServerTrust trust, URI server) {
    try (Console console = new Console(profile, trust)) {
      console
          .accounts
          .signIn(server, SmallDesk.MAX.email(), SmallDesk.PASSWORD)
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
      throw new AssertionError("was let in");
    } catch (ExecutionException e) {
      return (SyncException) e.getCause();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
