package io.deskhand.server.app;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Knows the connections that carry no request now and are only kept for a next one, which need not
 * hold up the end of the server.
 */
final class KeptConnections extends Handler.Wrapper {
  private static final String REQUEST = KeptConnections.class.getName();
  private volatile boolean stopping;

  KeptConnections(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ConnectionMetaData connection = request.getConnectionMetaData();
    connection.setAttribute(REQUEST, request.getId());
    Request.addCompletionListener(request, failure -> done(connection));
    return super.handle(request, response, callback);
  }

  /** Lets go of them, and from now on of each that carries a request as soon as that is done. */
  void letGo() {
    stopping = true;
    for (Connector connector : getServer().getConnectors()) {
      connector.getConnectedEndPoints().forEach(KeptConnections::closeIfKept);
    }
  }

  private void done(ConnectionMetaData connection) {
    connection.removeAttribute(REQUEST);
    if (stopping) {
      closeIfKept(connection.getConnection().getEndPoint());
    }
  }

  private static void closeIfKept(EndPoint endPoint) {
    if (isKept(endPoint)) {
      endPoint.close();
    }
  }

  private static boolean isKept(EndPoint endPoint) {
    Connection connection = endPoint.getConnection();
    if (connection instanceof SslConnection secure) {
      connection = secure.getSslEndPoint().getConnection();
    }
    // A live socket is a connection of another kind, with a way of its own to say goodbye.
    return connection instanceof ConnectionMetaData http && http.getAttribute(REQUEST) == null;
  }
}
