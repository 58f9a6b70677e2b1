package io.deskhand.server.app;

import io.deskhand.server.tls.ServerTls;
import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The one port that HTTP and WebSocket come in by, with or without TLS. */
final class Listener {
  private static final int MOST_CONNECTIONS = 20_000;
  private static final int HEAD_BYTES = 16 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** How long a request under way may pause while the server stops. */
  private static final Duration IDLE_AT_STOP = Duration.ofSeconds(2);

  /** Frames of up to a quarter of it that are sent together share one write. */
  private static final int FRAMES_BYTES = 64 * 1024;

  private Listener() {}

  static void configure(JettyConfig jetty, ServerOptions options) {
    ServerTls tls = options.security().tls();
    jetty.modifyHttpConfiguration(http -> limit(http, tls));
    jetty.modifyServer(
        server -> server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server)));
    jetty.modifyWebSocketServletFactory(sockets -> sockets.setOutputBufferSize(FRAMES_BYTES));
    jetty.addConnector((server, http) -> connector(server, http, options));
  }

  private static void limit(HttpConfiguration http, @Nullable ServerTls tls) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEAD_BYTES);
    if (tls != null) {
      // Who connects by address or by a name of their own proves nothing by it.
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
  }

  private static Connector connector(Server server, HttpConfiguration http, ServerOptions options) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerTls tls = options.security().tls();
    ServerConnector connector =
        tls == null
            ? new ServerConnector(server, plain)
            : new ServerConnector(
                server,
                new SslConnectionFactory(tls.factory(), HttpVersion.HTTP_1_1.asString()),
                plain);
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
    return connector;
  }

  /** Takes no more connections, and lets go those that are only kept for a next request. */
  static void stopAccepting(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof NetworkConnector listening) {
        listening.close();
      }
    }
    Objects.requireNonNull(server.getDescendant(KeptConnections.class)).letGo();
  }
}
