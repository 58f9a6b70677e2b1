package io.deskhand.server.fuzz;

import io.deskhand.protocol.Routes;
import io.deskhand.server.fuzz.Api.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes requests for whatever a server can be asked: sound ones, and those spoiled somewhere. */
final class Shots {
  private static final List<String> PREFIXES =
      List.of(Routes.SUPPORT, Routes.SUPPORT, Routes.API_SUPPORT, Routes.ADMIN_SUPPORT);
  private static final List<String> ODD_PATH_PARTS =
      List.of(
          "..",
          ".",
          "%2e%2e",
          "%2F",
          "%5C",
          "%00",
          "%",
          "%zz",
          "%C0%AF",
          "..;",
          ";a=b",
          "",
          "*",
          "{id}",
          "%252e",
          "\u00ff\u00fe",
          "a b",
          "0",
          "stats",
          "bulk");

  /** Routes whose work goes on after the answer, or is of the whole desk: they are asked less. */
  private static final List<String> HEAVY =
      List.of(Routes.BULK, Routes.BACKUP, Routes.JOBS, "/auth/login");

  private static final List<String> OWN_HEADERS = List.of(Routes.IDEMPOTENCY_KEY, "If-Match");

  private static final int HEAVY_ONE_IN = 6;

  private final List<Operation> operations;
  private final Dice dice;
  private final Sample sample;
  private final Bodies bodies;
  private String lastKey = "none";

  Shots(Api api, Pools pools, Dice dice) {
    this.operations = api.operations();
    this.dice = dice;
    this.sample = new Sample(api, pools, dice);
    this.bodies = new Bodies(sample, dice);
  }

  /** A request, and the path that it is for. */
  record Aimed(Shot shot, String path) {}

  Aimed next(Person person) {
    Operation operation = operation();
    boolean oddPath = dice.oneIn(15);
    String path = prefixed(sample.path(operation.path()));
    String target = (oddPath ? oddPath(path) : path) + query(operation);
    Bodies.Body body = bodies.next(operation);
    String method = dice.oneIn(25) ? oddMethod() : operation.method();
    return new Aimed(
        new Shot(person, method, target, headers(operation, body), body.bytes()), operation.path());
  }

  private Operation operation() {
    Operation operation = dice.pick(operations);
    boolean heavy = HEAVY.stream().anyMatch(operation.path()::startsWith);
    return heavy && !dice.oneIn(HEAVY_ONE_IN) ? dice.pick(operations) : operation;
  }

  private String prefixed(String path) {
    return path.startsWith(Routes.SUPPORT + "/")
        ? dice.pick(PREFIXES) + path.substring(Routes.SUPPORT.length())
        : path;
  }

  private String oddMethod() {
    return dice.pick(
        "GET",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "PUT",
        "DELETE",
        "PATCH",
        "POST",
        "get",
        "FOO",
        "PROPFIND");
  }

  private String oddPath(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    int at = 1 + dice.below(parts.size() - 1);
    String odd = dice.oneIn(3) ? encoded(Nasty.text(dice)) : dice.pick(ODD_PATH_PARTS);
    switch (dice.below(4)) {
      case 0 -> parts.add(at, odd);
      case 1 -> parts.set(at, parts.get(at) + odd);
      case 2 -> parts.add(odd);
      default -> parts.set(at, odd);
    }
    return "/" + String.join("/", parts.subList(1, parts.size()));
  }

  private String query(Operation operation) {
    List<String> pairs = new ArrayList<>();
    for (Api.Parameter parameter : operation.query()) {
      if (dice.oneIn(4)) {
        pairs.add(parameter.name() + "=" + encoded(value(parameter)));
      }
    }
    if (dice.oneIn(12)) {
      pairs.add(
          dice.pick(
              "nonsense=1",
              "=",
              "&&",
              "a[]=1",
              "%=%",
              "limit",
              "limit=1&limit=2",
              "q=%C0%80",
              "q=%ff",
              "cursor=%00",
              "\u00ff=\u00fe",
              "page=1&page=2",
              "a%00b=c"));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String value(Api.Parameter parameter) {
    if (dice.oneIn(5)) {
      return Nasty.text(dice);
    }
    var value = sample.of(parameter.name(), parameter.schema());
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.asText()));
    return String.join(",", texts);
  }

  /** Percent-encoded; what is no character goes as the bytes that UTF-8 must not have. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                encoded.append("%ED%A0%80");
              } else {
                encoded.append(
                    URLEncoder.encode(Character.toString(point), StandardCharsets.UTF_8));
              }
            });
    return encoded.length() > 3_000 ? encoded.substring(0, 3_000) : encoded.toString();
  }

  private List<String> headers(Operation operation, Bodies.Body body) {
    List<String> headers = new ArrayList<>();
    if (body.bytes().length > 0 || dice.oneIn(10)) {
      headers.add("Content-Type: " + (dice.oneIn(20) ? oddType() : body.type()));
    }
    for (Api.Parameter one : operation.headers()) {
      if (!OWN_HEADERS.contains(one.name())) {
        headers.add(one.name() + ": " + dice.pick("0", "1", "5", "-1", "x", "", "9".repeat(30)));
      }
    }
    if (!operation.method().equals("GET") && dice.oneIn(3)) {
      headers.add(Routes.IDEMPOTENCY_KEY + ": " + key());
    }
    if (dice.oneIn(8)) {
      headers.add(
          "If-Match: "
              + dice.pick(
                  "\"1\"",
                  "\"2\"",
                  "W/\"3\"",
                  "*",
                  "",
                  "\"",
                  "\"1\", \"2\"",
                  "\"99999999999999999999\"",
                  "\"-1\"",
                  "1",
                  "\u00ff",
                  "\"" + "1".repeat(100) + "\""));
    }
    if (dice.oneIn(25)) {
      headers.add(
          dice.pick(
              "Authorization: Bearer x",
              "Authorization: Basic OjpcCg==",
              "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
              "Authorization: \u00ff",
              "X-Request-Id: " + "r".repeat(100),
              "X-Request-Id: \"<a>\u00ff",
              "Accept: text/html",
              "Accept-Encoding: gzip, \u00ff",
              "Origin: null",
              "Cookie: a=\u00ff",
              "Range: bytes=9-1",
              "Expect: 100-continue",
              "Content-Encoding: gzip",
              "X-Forwarded-For: 1.2.3.4",
              "X-HTTP-Method-Override: DELETE",
              "Upgrade: websocket",
              "Transfer-Encoding: chunked",
              "Forwarded: for=\"_a\"",
              "X-Long: " + "l".repeat(7_000)));
    }
    return headers;
  }

  private String oddType() {
    return dice.pick(
        "text/plain",
        "application/json; charset=utf-16",
        "",
        "application/xml",
        "multipart/form-data",
        "application/merge-patch+json",
        "\u00ff/\u00fe",
        ";;;",
        "application/json; charset=x");
  }

  private String key() {
    if (dice.oneIn(3)) {
      return lastKey;
    }
    lastKey =
        dice.oneIn(6)
            ? dice.pick("k".repeat(201), " ", "\u00ff\u00fe", "'; --", "\u0001")
            : new UUID(dice.number(), dice.number()).toString();
    return lastKey;
  }
}
