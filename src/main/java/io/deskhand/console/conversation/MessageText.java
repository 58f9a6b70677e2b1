package io.deskhand.console.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a message's text is drawn as: links and simple emphasis, everything else as it was
 * written. Nothing of it is ever read as markup of any other kind.
 */
final class MessageText {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<link>https?://[^\\s<>\"]*[\\p{Alnum}/#=&])|(?<mail>[\\p{Alnum}._+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{2,63}){1,5})|`(?<code>[^`\\n"
              + "]{1,400})`|(?<![\\p{Alnum}*])\\*{1,2}(?<strong>[^*\\s](?:[^*\\n"
              + "]{0,400}[^*\\s])?)\\*{1,2}(?![\\p{Alnum}*])|(?<![\\p{Alnum}_])_(?<soft>[^_\\s](?:[^_\\n"
              + "]{0,400}[^_\\s])?)_(?![\\p{Alnum}_])");

  private MessageText() {}

  /** How a run is drawn. */
  enum Style {
    PLAIN,
    STRONG,
    SOFT,
    CODE,
    LINK
  }

  /** Some text in one style; {@code target} is where a link leads, null for all others. */
  record Run(String text, Style style, @Nullable String target) {}

  static List<Run> runs(String body) {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = MARKED.matcher(body);
    int done = 0;
    while (matcher.find()) {
      if (matcher.start() > done) {
        runs.add(new Run(body.substring(done, matcher.start()), Style.PLAIN, null));
      }
      runs.add(marked(matcher));
      done = matcher.end();
    }
    if (done < body.length() || runs.isEmpty()) {
      runs.add(new Run(body.substring(done), Style.PLAIN, null));
    }
    return runs;
  }

  private static Run marked(Matcher matcher) {
    String link = matcher.group("link");
    if (link != null) {
      return new Run(link, Style.LINK, link);
    }
    String mail = matcher.group("mail");
    if (mail != null) {
      return new Run(mail, Style.LINK, "mailto:" + mail);
    }
    String code = matcher.group("code");
    if (code != null) {
      return new Run(code, Style.CODE, null);
    }
    String strong = matcher.group("strong");
    return strong != null
        ? new Run(strong, Style.STRONG, null)
        : new Run(String.valueOf(matcher.group("soft")), Style.SOFT, null);
  }
}
