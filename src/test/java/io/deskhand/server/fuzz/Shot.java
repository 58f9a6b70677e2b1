package io.deskhand.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request, as it goes over the line.
 *
 * @param target the path and the query, as they are
 * @param headers whole lines, each character a byte; without length, host and session
 */
record Shot(Person person, String method, String target, List<String> headers, byte[] body) {
  private static final int SHOWN = 4_000;

  byte[] bytes() {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    if (person.token() != null) {
      head.append("Authorization: Bearer ").append(person.token()).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** The same for a shell: {@code $DESK} is the server, {@code $TOKEN_…} a person's token. */
  String curl() {
    StringBuilder command = new StringBuilder("curl --path-as-is -X " + method);
    if (person.token() != null) {
      command.append(" -H \"Authorization: Bearer $TOKEN_").append(person.name()).append('"');
    }
    headers.forEach(line -> command.append(" -H ").append(quoted(latin(line))));
    if (body.length > 0) {
      command.append(" --data-binary ").append(quoted(body));
    }
    return command.append(" \"$DESK\"").append(quoted(latin(target))).toString();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String quoted(byte[] bytes) {
    StringBuilder text = new StringBuilder("$'");
    for (int i = 0; i < Math.min(bytes.length, SHOWN); i++) {
      int one = bytes[i] & 0xFF;
      boolean plain = one >= ' ' && one < 0x7F && one != '\'' && one != '\\';
      text.append(plain ? String.valueOf((char) one) : "\\x%02x".formatted(one));
    }
    return text + "'" + (bytes.length > SHOWN ? " # and so on, " + bytes.length + " bytes" : "");
  }
}
