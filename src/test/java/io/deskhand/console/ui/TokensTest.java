package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of every pair of colours that text is set in: WCAG 2.2 AA, in both themes. */
class TokensTest {
  private static final Pattern TOKEN = Pattern.compile("(-dh-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6});");
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3.0;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textCanBeReadOnEverySurface(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String text : new String[] {"text-1", "text-2", "text-3", "accent-text", "danger"}) {
      for (String surface : new String[] {"surface-0", "surface-1", "surface-3", "hover"}) {
        check(tokens, text, surface, TEXT);
      }
    }
    for (String text : new String[] {"text-1", "text-2", "accent-text"}) {
      check(tokens, text, "selected", TEXT);
      check(tokens, text, "accent-soft", TEXT);
      check(tokens, text, "surface-2", TEXT);
    }
    check(tokens, "text-1", "bubble-theirs", TEXT);
    check(tokens, "text-1", "bubble-ours", TEXT);
    check(tokens, "text-1", "note", TEXT);
    check(tokens, "note-text", "note", TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyStatusCanBeReadOnItsChipAndOnASelectedRow(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String status :
        new String[] {
          "open", "in-progress", "pending", "escalated", "resolved", "closed", "reopened"
        }) {
      check(tokens, status, status + "-soft", TEXT);
      check(tokens, status, "surface-1", TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void buttonsAndInitialsCanBeRead(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    check(tokens, "on-accent", "accent", TEXT);
    check(tokens, "on-accent", "accent-hover", theme.equals("light") ? TEXT : GRAPHICS);
    for (int person = 0; person < 8; person++) {
      check(tokens, "on-person", "person-" + person, TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void signsCanBeSeen(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String sign :
        new String[] {
          "focus",
          "success",
          "warning",
          "priority-urgent",
          "priority-high",
          "priority-medium",
          "priority-low"
        }) {
      check(tokens, sign, "surface-1", GRAPHICS);
    }
  }

  private static void check(Map<String, String> tokens, String text, String ground, double least) {
    double ratio = contrast(tokens.get("-dh-" + text), tokens.get("-dh-" + ground));
    assertThat(ratio).as("%s on %s", text, ground).isGreaterThanOrEqualTo(least);
  }

  private static Map<String, String> tokens(String theme) throws IOException {
    String name = "tokens-" + theme + ".css";
    try (InputStream in = Theme.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> tokens = new TreeMap<>();
      while (matcher.find()) {
        tokens.put(matcher.group(1), matcher.group(2));
      }
      return tokens;
    }
  }

  private static double contrast(String one, String other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
