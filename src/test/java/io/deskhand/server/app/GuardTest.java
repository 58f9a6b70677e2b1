package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.tls.ServerTls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through the door: origins, names, TLS, and how often. */
class GuardTest extends ServerTest {
  private static final String PAGE = "https://desk.example";
  @TempDir Path folder;

  @Test
  void aPageOfAnotherOriginIsTurnedAwayAndLearnsNothing() {
    Client.Answer answer = max.with("Origin", "https://evil.example").get(Routes.TICKETS);
    answer.problem(ErrorCode.FORBIDDEN);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    nobody.with("Origin", "null").get(Routes.HEALTH).problem(ErrorCode.FORBIDDEN);
    assertThat(nobody.get(Routes.HEALTH).status()).isEqualTo(200);
  }

  @Test
  void aSocketOfAnotherOriginIsNotOpened() {
    assertThatThrownBy(() -> socket("https://evil.example"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    socket(null).abort();
  }

  private WebSocket socket(String origin) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    URI address = URI.create(server.address().toString().replace("http", "ws") + Routes.LIVE);
    return builder.buildAsync(address, new WebSocket.Listener() {}).join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "10.0.0.1"})
  void aNameThatIsNotThisMachinesIsTurnedAway(String host) throws IOException {
    assertThat(statusLine(host)).contains("403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8484", "127.0.0.1:1", "[::1]:8484"})
  void theNamesOfThisMachineAreGood(String host) throws IOException {
    assertThat(statusLine(host)).contains("200");
  }

  private String statusLine(String host) throws IOException {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void theOriginsThatAreNamedMayUseIt(@TempDir Path data) {
    try (DeskServer open = DeskServer.start(guarded(data, null, Set.of(PAGE), 1_000))) {
      Client page = Client.of(open).with("Origin", PAGE);
      Client.Answer answer = page.get(Routes.HEALTH);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      assertThat(answer.header("Vary")).isEqualTo("Origin");
      Client.Answer asked =
          page.with("Access-Control-Request-Method", "POST").send("OPTIONS", Routes.TICKETS, null);
      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization");
      Client.of(open)
          .with("Origin", "https://desk.example.evil.example")
          .get(Routes.HEALTH)
          .problem(ErrorCode.FORBIDDEN);
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs(@TempDir Path data) {
    ServerOptions options =
        guarded(data, null, Set.of(), 1).withClock(clock).withSeed(TestDesk.SEED);
    try (DeskServer slow = DeskServer.start(options)) {
      Client bea = Client.of(slow).signIn("bea@demo.desk");
      for (int i = 0; i < 5; i++) {
        assertThat(bea.get(Routes.AGENTS).status()).isEqualTo(200);
      }
      Client.Answer limited = bea.get(Routes.AGENTS);
      limited.problem(ErrorCode.RATE_LIMITED);
      assertThat(limited.header("Retry-After")).isEqualTo("1");
      assertThat(Client.of(slow).signIn("omar@demo.desk").get(Routes.AGENTS).status())
          .isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
      assertThat(bea.get(Routes.AGENTS).status()).isEqualTo(200);
    }
  }

  @Test
  void anOwnCertificateSpeaksTlsAndStaysTheSame(@TempDir Path data) throws Exception {
    ServerTls tls = ServerTls.selfSigned(data, "127.0.0.1", Instant.now());
    Path file = data.resolve("tls.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ServerTls.selfSigned(data, "127.0.0.1", Instant.now()).fingerprint())
        .isEqualTo(tls.fingerprint())
        .matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    try (DeskServer secure = DeskServer.start(guarded(folder, tls, Set.of(), 1_000))) {
      assertThat(secure.address().getScheme()).isEqualTo("https");
      HttpRequest health = HttpRequest.newBuilder(secure.address().resolve(Routes.HEALTH)).build();
      SSLContext trusting = trusting(file);
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting)
              .build()
              .send(health, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(health, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> handshake(secure.address(), trusting, "TLSv1.1"))
          .isInstanceOf(IOException.class);
      handshake(secure.address(), trusting, "TLSv1.2");
    }
  }

  @Test
  void aCertificateThatIsGivenIsServed(@TempDir Path data) throws Exception {
    ServerTls made = ServerTls.selfSigned(data, "127.0.0.1", Instant.now());
    String pem = Files.readString(data.resolve("tls.pem"));
    int keyAt = Math.max(pem.indexOf("-----BEGIN PRIVATE"), pem.indexOf("-----BEGIN EC PRIVATE"));
    Path certificate = Files.writeString(data.resolve("cert.pem"), pem.substring(0, keyAt));
    Path key = Files.writeString(data.resolve("key.pem"), pem.substring(keyAt));
    ServerTls given = ServerTls.of(certificate, key);
    assertThat(given.fingerprint()).isEqualTo(made.fingerprint());
    try (DeskServer secure = DeskServer.start(guarded(folder, given, Set.of(), 1_000))) {
      HttpRequest health = HttpRequest.newBuilder(secure.address().resolve(Routes.HEALTH)).build();
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting(certificate))
              .build()
              .send(health, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutTlsNothingIsSaidAboutIt() {
    assertThat(nobody.get(Routes.HEALTH).header("Strict-Transport-Security")).isNull();
  }

  private static void handshake(URI server, SSLContext context, String protocol)
      throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
    }
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    String pem =
        Files.readString(certificate)
            .lines()
            .takeWhile(line -> !line.contains("PRIVATE"))
            .collect(Collectors.joining("\n"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "desk",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static ServerOptions guarded(Path data, ServerTls tls, Set<String> origins, int rate) {
    return ServerOptions.local(data)
        .withSecurity(new SecurityOptions(tls, origins, KeyFiles.STANDARD, rate));
  }
}
