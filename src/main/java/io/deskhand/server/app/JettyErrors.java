package io.deskhand.server.app;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for requests that are so broken that they never reach a route. */
final class JettyErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem =
        status == 413 || status == 414 || status == 431
            ? Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request's head is too large")
            : status < 500
                ? Problem.of(ErrorCode.MALFORMED_REQUEST, "The request cannot be understood")
                : Problem.of(ErrorCode.INTERNAL, "Something went wrong on the server");
    Requests.SAFE.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    return true;
  }
}
