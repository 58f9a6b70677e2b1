package io.deskhand.sim;

import io.deskhand.protocol.Routes;
import io.deskhand.sync.rest.Transport.Answer;
import io.deskhand.sync.rest.Transport.Ask;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request handed to a servlet without a web server: as much of one as the desk's looks at. */
final class ServletCall {
  private final Ask ask;
  private final String path;
  private final String query;
  private final byte[] body;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private int status = 200;

  private ServletCall(Ask ask) {
    this.ask = ask;
    int mark = ask.path().indexOf('?');
    this.path = mark < 0 ? ask.path() : ask.path().substring(0, mark);
    this.query = mark < 0 ? null : ask.path().substring(mark + 1);
    this.body = ask.body() == null ? new byte[0] : ask.body();
    headers.putAll(ask.headers());
    headers.put("Host", "localhost");
    if (ask.body() != null) {
      headers.putIfAbsent("Content-Type", "application/json");
      headers.put("Content-Length", Integer.toString(body.length));
    }
  }

  /** The servlet's answer. */
  static Answer run(Servlet servlet, Ask ask) {
    ServletCall call = new ServletCall(ask);
    try {
      servlet.service(
          proxy(HttpServletRequest.class, call::request),
          proxy(HttpServletResponse.class, call::response));
    } catch (ServletException | IOException e) {
      throw new IllegalStateException(ask.path(), e);
    }
    return new Answer(
        call.status,
        "",
        call.answerHeaders.get("Retry-After"),
        call.answerHeaders.get(Routes.UPLOAD_OFFSET),
        call.answer.toByteArray());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object request(Object self, Method method, Object[] args) {
    return switch (method.getName()) {
      case "getMethod" -> ask.method();
      case "getRequestURI", "getServletPath", "getPathInfo" -> path;
      case "getContextPath" -> "";
      case "getRequestURL" -> new StringBuffer("http://localhost" + path);
      case "getQueryString" -> query;
      case "getHeader" -> headers.get((String) args[0]);
      case "getHeaderNames" -> Collections.enumeration(headers.keySet());
      case "getHeaders" ->
          Collections.enumeration(
              headers.containsKey((String) args[0])
                  ? List.of(headers.get((String) args[0]))
                  : List.of());
      case "getContentLength" -> body.length;
      case "getContentLengthLong" -> (long) body.length;
      case "getContentType" -> headers.get("Content-Type");
      case "getCharacterEncoding" -> "UTF-8";
      case "getInputStream" -> new Body(new ByteArrayInputStream(body));
      case "getAttribute" -> attributes.get((String) args[0]);
      case "setAttribute" -> attributes.put((String) args[0], args[1]);
      case "getRemoteAddr" -> "10.0.0.1";
      case "getProtocol" -> "HTTP/1.1";
      case "getScheme" -> "http";
      case "getServerName" -> "localhost";
      case "getServerPort" -> 80;
      case "isAsyncStarted" -> false;
      case "getDispatcherType" -> DispatcherType.REQUEST;
      default -> throw new UnsupportedOperationException("request." + method.getName());
    };
  }

  private Object response(Object self, Method method, Object[] args) {
    switch (method.getName()) {
      case "setStatus" -> status = (int) args[0];
      case "setHeader", "addHeader" -> answerHeaders.put((String) args[0], (String) args[1]);
      case "setContentType" -> answerHeaders.put("Content-Type", (String) args[0]);
      case "setContentLength", "setContentLengthLong", "setCharacterEncoding", "flushBuffer" -> {}
      case "getStatus" -> {
        return status;
      }
      case "getHeader" -> {
        return answerHeaders.get((String) args[0]);
      }
      case "containsHeader" -> {
        return answerHeaders.containsKey((String) args[0]);
      }
      case "getContentType" -> {
        return answerHeaders.get("Content-Type");
      }
      case "getCharacterEncoding" -> {
        return "UTF-8";
      }
      case "isCommitted" -> {
        return false;
      }
      case "getOutputStream" -> {
        return new Sink(answer);
      }
      default -> throw new UnsupportedOperationException("response." + method.getName());
    }
    return null;
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return bytes.read(target, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Sink extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Sink(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public void write(byte[] source, int from, int length) {
      bytes.write(source, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
