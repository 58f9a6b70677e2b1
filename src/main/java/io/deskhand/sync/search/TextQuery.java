package io.deskhand.sync.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody has typed: every one of its pieces has to be in a ticket. A word need only be
 * begun; {@code "some words"} are a phrase; {@code subject:}, {@code customer:}, {@code number:},
 * {@code tag:} and {@code message:} say where.
 */
record TextQuery(List<Piece> pieces) {
  private static final Pattern PIECE =
      Pattern.compile("(?:(?<field>[A-Za-z]+):)?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");
  private static final int MOST = 20;

  /**
   * One piece.
   *
   * @param fields where it may be
   * @param words its words, in order; never empty
   * @param phrase whether the words have to stand together
   * @param typed as it was typed, in lower case
   */
  record Piece(List<TextField> fields, List<String> words, boolean phrase, String typed) {
    Query query() {
      BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
      for (TextField field : fields) {
        anywhere.add(in(field), BooleanClause.Occur.SHOULD);
      }
      return anywhere.build();
    }

    private Query in(TextField field) {
      if (field == TextField.NUMBER) {
        return new TermQuery(new Term(WordAnalyzer.begun(field.field()), typed));
      }
      if (phrase) {
        return new PhraseQuery(field.field(), words.toArray(String[]::new));
      }
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (String word : words) {
        all.add(begun(field.field(), word), BooleanClause.Occur.MUST);
      }
      return words.size() == 1 ? begun(field.field(), words.getFirst()) : all.build();
    }

    private static Query begun(String field, String word) {
      return word.codePointCount(0, word.length()) <= WordAnalyzer.MOST_BEGUN
          ? new TermQuery(new Term(WordAnalyzer.begun(field), word))
          : new PrefixQuery(new Term(field, word));
    }
  }

  TextQuery {
    pieces = List.copyOf(pieces);
  }

  /** Reads {@code text}; pieces beyond the first twenty are left out. */
  static TextQuery parse(String text, WordAnalyzer analyzer) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find() && pieces.size() < MOST) {
      String name = matcher.group("field");
      var named = TextField.named(name == null ? "" : name);
      String phrase = matcher.group("phrase");
      String word = matcher.group("word");
      String typed = phrase == null ? String.valueOf(word) : phrase;
      String whole = name == null || named.isPresent() ? typed : name + ":" + typed;
      List<String> words = analyzer.words(whole).stream().map(WordAnalyzer.Word::text).toList();
      if (!words.isEmpty()) {
        pieces.add(
            new Piece(
                named.map(List::of).orElseGet(() -> Arrays.asList(TextField.values())),
                words,
                phrase != null && words.size() > 1,
                whole.toLowerCase(Locale.ROOT)));
      }
    }
    return new TextQuery(pieces);
  }
}
