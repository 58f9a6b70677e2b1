package io.deskhand.sync.rest;

import io.deskhand.sync.CertificateCheck;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.flow.Traffic;
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

/** HTTP by OkHttp, with answers of bounded size. */
public final class OkHttpTransport implements Transport {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long ANSWER_BYTES = 64L << 20;
  private static final int IDLE_CONNECTIONS = 4;

  private final HttpUrl base;
  private final OkHttpClient client;
  private final OkHttpClient once;

  /**
   * @param callTimeout how long a call may take, from name look-up to the last byte
   * @throws IllegalArgumentException if {@code server} is no http or https address
   */
  public OkHttpTransport(URI server, Duration callTimeout, ServerTrust trust) {
    this(server, callTimeout, trust, new Traffic());
  }

  /** The same, counting in {@code traffic}. */
  public OkHttpTransport(URI server, Duration callTimeout, ServerTrust trust, Traffic traffic) {
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
            .eventListener(new Meter(traffic))
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

  @Override
  public Answer exchange(Ask ask) throws IOException {
    try (Response response = (ask.repeatable() ? client : once).newCall(request(ask)).execute()) {
      return new Answer(
          response.code(), response.message(), response.header("Retry-After"), bounded(response));
    }
  }

  private Request request(Ask ask) {
    byte[] body = ask.body();
    String root = base.toString();
    Request.Builder request =
        new Request.Builder()
            .url((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + ask.path())
            .method(ask.method(), body == null ? null : RequestBody.create(body, JSON));
    ask.headers().forEach(request::header);
    return request.build();
  }

  @Override
  public void evict() {
    client.connectionPool().evictAll();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static byte[] bounded(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(ANSWER_BYTES + 1)) {
      throw new NotDeskhand("The answer is larger than any of a Deskhand server");
    }
    return source.readByteArray();
  }
}
