package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.server.fuzz.Api.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes bodies: JSON, forms with a file, and bytes. */
final class Bodies {
  private static final String EDGE = "edge";

  /** How files of some kinds begin. */
  private static final List<String> BEGINNINGS =
      List.of(
          "\u0089PNG\r\n\u001a\n",
          "GIF89a",
          "\u00ff\u00d8\u00ff\u00e0",
          "%PDF-1.7",
          "PK\u0003\u0004",
          "MZ",
          "<svg",
          "a");

  private final Sample sample;
  private final Mangling mangling;
  private final Dice dice;

  Bodies(Sample sample, Dice dice) {
    this.sample = sample;
    this.mangling = new Mangling(dice);
    this.dice = dice;
  }

  /** A body and its type. */
  record Body(String type, byte[] bytes) {}

  /** One for {@code operation}; mostly none where it takes none. */
  Body next(Operation operation) {
    if (operation.bodies().isEmpty()) {
      byte[] none = dice.oneIn(20) ? mangling.spoiled(latin("{}")) : new byte[0];
      return new Body("application/json", none);
    }
    Api.Body body = dice.pick(operation.bodies());
    if (body.type().startsWith("multipart/")) {
      return new Body(body.type() + "; boundary=" + EDGE, form());
    }
    if (!body.type().contains("json")) {
      return new Body(body.type(), file());
    }
    return new Body(
        body.type(),
        sample.of("", body.schema()) instanceof ObjectNode object
            ? mangling.bytes(object)
            : new byte[0]);
  }

  private byte[] form() {
    String name = dice.oneIn(3) ? Nasty.text(dice) : "a.png";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(latin("--" + EDGE + "\r\nContent-Disposition: form-data; name=\""));
    form.writeBytes(latin((dice.oneIn(8) ? "other" : "file") + "\"; filename=\""));
    form.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(latin("\"\r\nContent-Type: " + dice.pick("image/png", "x", "text/html")));
    form.writeBytes(latin("\r\n\r\n"));
    form.writeBytes(file());
    form.writeBytes(latin("\r\n--" + EDGE + "--\r\n"));
    return dice.oneIn(4) ? mangling.spoiled(form.toByteArray()) : form.toByteArray();
  }

  private byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(latin(dice.pick(BEGINNINGS)));
    file.writeBytes(dice.bytes(dice.below(300)));
    return file.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
