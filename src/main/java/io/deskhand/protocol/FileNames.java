package io.deskhand.protocol;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What files may be called: names are made harmless, and kept as they are otherwise. */
public final class FileNames {
  private static final String NAMELESS = "file";

  /** Control characters, line separators, lone surrogates, and what turns the order of text. */
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  private static final Pattern ENDS = Pattern.compile("^[\\s.]+|[\\s.]+$");
  private static final int LONGEST_EXTENSION = 16;

  /** What systems run, or show as a page with scripts, when it is opened by its name. */
  private static final Set<String> RUN_BY_NAME =
      Set.of(
          "app", "apk", "bash", "bat", "chm", "cmd", "com", "cpl", "deb", "desktop", "dll", "dmg",
          "docm", "exe", "hta", "htm", "html", "iso", "jar", "js", "jse", "lnk", "mht", "mhtml",
          "mjs", "msi", "pif", "pl", "pptm", "ps1", "py", "rb", "reg", "rpm", "scf", "scr", "sh",
          "shtml", "svg", "svgz", "url", "vb", "vbe", "vbs", "wsf", "wsh", "xht", "xhtml", "xlsm");

  private FileNames() {}

  /** {@code given} without its folders and without characters that could deceive or harm. */
  public static String safe(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = ENDS.matcher(HARMFUL.matcher(last).replaceAll("")).replaceAll("");
    return clean.isEmpty() ? NAMELESS : shortened(clean);
  }

  /** Whether a file of this name is run when somebody opens it. */
  public static boolean isRunByName(String name) {
    return RUN_BY_NAME.contains(extension(name));
  }

  /** What follows the last dot, in lower case; empty if there is none. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Cut before the extension, and never within what is one character to a reader. */
  private static String shortened(String name) {
    if (name.length() <= Limits.NAME) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String end = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(name);
    return name.substring(0, characters.preceding(Limits.NAME - end.length() + 1)) + end;
  }
}
