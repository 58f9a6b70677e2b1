package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spoils JSON: first what it says, then how it is written. */
final class Mangling {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Bytes that are no UTF-8: cut short, too long a form, a surrogate, beyond the last. */
  private static final List<byte[]> NOT_UTF8 =
      List.of(
          new byte[] {(byte) 0xC3},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xFF, (byte) 0xFE});

  private static final List<String> INSERTED =
      List.of(
          "\u0000",
          "\u0001",
          "\n",
          "\"",
          "{",
          "]",
          ",",
          ":",
          "\\",
          "\\ud800",
          "\\u0000",
          "\\x41",
          "//",
          "/**/",
          "NaN",
          "'",
          "1e999999",
          "-",
          "00");

  private final Dice dice;

  Mangling(Dice dice) {
    this.dice = dice;
  }

  private record Place(JsonNode in, String name, int index) {}

  /** {@code tree} as bytes, spoiled in one to three places, or whole. */
  byte[] bytes(ObjectNode tree) {
    for (int times = dice.pick(0, 0, 1, 1, 1, 2, 3); times > 0; times--) {
      spoil(tree);
    }
    byte[] json = written(tree);
    return dice.oneIn(6) ? spoiled(json) : json;
  }

  /** Lone surrogates can only be written as escapes. */
  private static byte[] written(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    Json.text(tree)
        .chars()
        .forEach(
            one -> {
              if (Character.isSurrogate((char) one)) {
                text.append("\\u%04x".formatted(one));
              } else {
                text.append((char) one);
              }
            });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void spoil(ObjectNode tree) {
    List<Place> places = new ArrayList<>();
    collect(tree, places);
    if (places.isEmpty() || dice.oneIn(8)) {
      String name = dice.pick("nonsense", "customer_id", "Subject", "_", "__a", "a_", "id");
      tree.set(dice.oneIn(4) ? Nasty.text(dice) : name, Nasty.json(dice));
      return;
    }
    Place place = dice.pick(places);
    if (place.in() instanceof ArrayNode array) {
      array.set(place.index(), Nasty.json(dice));
    } else if (place.in() instanceof ObjectNode object) {
      spoilField(object, place.name());
    }
  }

  private void spoilField(ObjectNode object, String name) {
    switch (dice.below(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.putNull(name);
      case 2 -> object.set(name.replaceAll("([A-Z])", "_$1"), object.path(name).deepCopy());
      case 3 -> object.put(name, Nasty.text(dice));
      default -> object.set(name, Nasty.json(dice));
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        places.add(new Place(object, field.getKey(), 0));
        collect(field.getValue(), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, "", i));
        collect(array.get(i), places);
      }
    }
  }

  /** {@code json}, written as it must not be. */
  byte[] spoiled(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    return switch (dice.below(12)) {
      case 0 -> Arrays.copyOf(json, dice.below(json.length + 1));
      case 1 ->
          joined(
              json,
              dice.pick(",", "{}", "]", " x", "\0", "\n\n1").getBytes(StandardCharsets.UTF_8));
      case 2 -> joined(BOM, json);
      case 3, 4 -> inserted(json, dice.pick(NOT_UTF8));
      case 5, 6 -> inserted(json, dice.pick(INSERTED).getBytes(StandardCharsets.UTF_8));
      case 7 -> doubled(text).getBytes(StandardCharsets.UTF_8);
      case 8 -> text.getBytes(dice.pick(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE));
      case 9 -> dice.bytes(dice.below(200));
      case 10 ->
          dice.pick("[", "{\"a\":", "[[[", "null", "[]", "7")
              .repeat(dice.pick(1, 1, 2_000))
              .getBytes(StandardCharsets.UTF_8);
      default -> dice.oneIn(50) ? joined(json, spaces()) : flipped(json);
    };
  }

  private byte[] flipped(byte[] json) {
    byte[] flipped = json.clone();
    if (flipped.length > 0) {
      flipped[dice.below(flipped.length)] ^= (byte) (1 << dice.below(8));
    }
    return flipped;
  }

  private static byte[] spaces() {
    byte[] spaces = new byte[Limits.BODY_BYTES];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  /** The same fields once more, in the same object. */
  private static String doubled(String text) {
    int end = text.lastIndexOf('}');
    return end <= 1 ? text : text.substring(0, end) + "," + text.substring(1);
  }

  private byte[] inserted(byte[] json, byte[] more) {
    int at = dice.below(json.length + 1);
    return joined(joined(Arrays.copyOf(json, at), more), Arrays.copyOfRange(json, at, json.length));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
