package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Values that programs have been known to stumble over. */
final class Nasty {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** None of them has what {@link Judge} takes for a word of the server's inside. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\n\r\t",
          "\u0000",
          "a\u0000b",
          "\u0001\u0008\u001b[31m",
          "\u202egnp.exe",
          "\u2066\u200f\u200b\ufeff",
          "\ud800",
          "\udfff x",
          "\uffff\ufffe",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "Z\u0335\u0321\u0352a\u0338\u0322l\u0334\u0327go",
          "\u0130\u0131\u017f\u00df\ufb03",
          "' or 1=1 --",
          "\"; drop table tickets; --",
          "') or ('1'='1",
          "\\",
          "%' escape '!",
          "!%_",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "/etc/passwd%00.png",
          "%00",
          "%c0%ae%c0%ae/",
          "${jndi:ldap://localhost/a}",
          "#{7*7}{{7*7}}",
          "<script>alert(1)</script>",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
          "%s%n%d%x",
          "=1+1",
          "NaN",
          "null",
          "undefined",
          "true",
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "1e400",
          "0x10",
          "1_000",
          "\u0661\u0662\u0663",
          "me",
          "none",
          "all",
          "0000-00-00",
          "2026-02-30",
          "-0001-01-01T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999Z",
          "+10000-01-01T00:00:00Z",
          "+294277-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "-999999999-01-01",
          "+999999999-12-31",
          "2026-11-20T25:00:00Z",
          "2026-11-20T09:00:00+18:00",
          "2026-12-31T23:59:60Z",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "0190-0-0-0-1",
          "e30",
          "eyJhdCI6bnVsbH0",
          "W10",
          "_",
          "__proto__",
          "a,b,,c,",
          ",,,");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "4",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "0.5",
          "-0.0",
          "1e308",
          "1e400",
          "1e-400",
          "1e99999");

  private Nasty() {}

  static String text(Dice dice) {
    if (dice.oneIn(40)) {
      return dice.pick("x", "\u00e9", "\ud83d\ude00", " ", "\"")
          .repeat(dice.pick(201, 256, 50_001));
    }
    String one = dice.pick(TEXTS);
    return dice.oneIn(6) ? one + dice.pick(TEXTS) : one;
  }

  /** Any JSON. */
  static JsonNode json(Dice dice) {
    return switch (dice.below(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(dice.oneIn(2));
      case 2, 3 -> number(dice);
      case 4 -> JSON.arrayNode().add(json(dice)).add(json(dice));
      case 5 -> JSON.objectNode().set(text(dice), json(dice));
      case 6 -> deep(dice.pick(10, 62, 64, 70, 200));
      case 7 -> many(dice);
      default -> JSON.textNode(text(dice));
    };
  }

  private static JsonNode number(Dice dice) {
    String text = dice.pick(NUMBERS);
    return text.matches("-?\\d+")
        ? JSON.numberNode(new BigInteger(text))
        : JSON.numberNode(new BigDecimal(text));
  }

  private static JsonNode deep(int depth) {
    JsonNode node = JSON.textNode("deep");
    for (int i = 0; i < depth; i++) {
      node = i % 2 == 0 ? JSON.arrayNode().add(node) : JSON.objectNode().set("a", node);
    }
    return node;
  }

  private static JsonNode many(Dice dice) {
    var array = JSON.arrayNode();
    JsonNode one = dice.oneIn(2) ? JSON.textNode(text(dice)) : JSON.numberNode(1);
    int count = one.asText().length() > 100 ? 3 : dice.pick(0, 60, 600);
    for (int i = 0; i < count; i++) {
      array.add(one);
    }
    return array;
  }
}
