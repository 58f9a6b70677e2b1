package io.deskhand.sync.rest;

import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.sync.CertificateCheck;
import io.deskhand.sync.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Deskhand speaks it: JSON both ways, answers of bounded size, problem documents as {@link
 * Refused}, anything else as {@link NotDeskhand}, and no network as another {@link IOException}.
 */
final class Http implements AutoCloseable {
  static final MediaType JSON = MediaType.get("application/json");
  private static final long ANSWER_BYTES = 64L << 20;
  private static final int IDLE_CONNECTIONS = 4;

  private final HttpUrl base;
  private final OkHttpClient client;
  private final OkHttpClient once;

  /**
   * @param callTimeout how long a call may take, from name look-up to the last byte
   * @throws IllegalArgumentException if {@code server} is no http or https address
   */
  Http(URI server, Duration callTimeout, ServerTrust trust) {
    HttpUrl url = HttpUrl.get(server.toString());
    this.base = url.newBuilder().query(null).fragment(null).build();
    CertificateCheck check = new CertificateCheck(trust);
    OkHttpClient usual = new OkHttpClient();
    this.client =
        usual
            .newBuilder()
            .sslSocketFactory(check.context().getSocketFactory(), check)
            .hostnameVerifier(
                (host, tls) -> isPinned(check, tls) || usual.hostnameVerifier().verify(host, tls))
            .callTimeout(callTimeout)
            .connectTimeout(callTimeout)
            .readTimeout(callTimeout)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            .build();
    this.once = client.newBuilder().retryOnConnectionFailure(false).build();
  }

  /** A certificate that the console was told of is good for every name. */
  private static boolean isPinned(CertificateCheck check, SSLSession tls) {
    try {
      return check.isPinned((X509Certificate) tls.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException | CertificateException e) {
      return false;
    }
  }

  /** A request to {@code path}, which may carry a query. */
  Request.Builder to(String path) {
    String root = base.toString();
    return new Request.Builder()
        .url((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path)
        .header("Accept", "application/json");
  }

  static RequestBody body(Object value) {
    return RequestBody.create(Json.bytes(value), JSON);
  }

  /** Sends what may be repeated. */
  byte[] send(Request request) throws IOException {
    return send(client, request);
  }

  /** Sends what must not be repeated by itself. */
  byte[] sendOnce(Request request) throws IOException {
    return send(once, request);
  }

  /** Drops idle connections, after a sleep or a change of networks. */
  void evict() {
    client.connectionPool().evictAll();
  }

  /** The answer as {@code type}. */
  static <T> T read(byte[] answer, Class<T> type) throws NotDeskhand {
    try {
      return Json.read(answer, type);
    } catch (BadJson e) {
      throw new NotDeskhand("The answer is not that of a Deskhand server: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static byte[] send(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      byte[] answer = bounded(response);
      if (response.isSuccessful()) {
        return answer;
      }
      throw problem(response, answer);
    }
  }

  private static byte[] bounded(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(ANSWER_BYTES + 1)) {
      throw new NotDeskhand("The answer is larger than any of a Deskhand server");
    }
    return source.readByteArray();
  }

  private static Refused problem(Response response, byte[] answer) throws IOException {
    try {
      return new Refused(Json.read(answer, Problem.class), retryAfter(response));
    } catch (BadJson e) {
      String what = response.code() + " " + response.message();
      if (response.code() >= 500) {
        throw new IOException("Something on the way to the server answers " + what, e);
      }
      throw new NotDeskhand("The server answers " + what + ", not as Deskhand does", e);
    }
  }

  private static @Nullable Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After", "");
    return seconds != null && seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }
}
