package io.deskhand.sync.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes text apart into words, without case and accents. What is between letters ends a word, also
 * where a language would go on: {@code hara} finds O'Hara, {@code planck} max.planck@desk.
 */
final class WordAnalyzer extends Analyzer {
  private static final NormalizeCharMap ENDS = ends();
  private static final String BEGUN = "^";

  /** Up to how many characters of a word its beginnings are words of {@link #begun} themselves. */
  static final int MOST_BEGUN = 4;

  /**
   * A word of a text.
   *
   * @param start where it begins in the text
   * @param end where it ends (exclusive)
   */
  record Word(String text, int start, int end) {}

  WordAnalyzer() {
    // One for all fields would take them all apart as the first.
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    return new TokenStreamComponents(
        words,
        field.endsWith(BEGUN) ? new EdgeNGramTokenFilter(plain, 1, MOST_BEGUN, false) : plain);
  }

  /**
   * The field with the beginnings of the words of {@code field}: what somebody has typed two
   * letters of is one entry there, and thousands in {@code field} itself.
   */
  static String begun(String field) {
    return field + BEGUN;
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(ENDS, reader);
  }

  private static NormalizeCharMap ends() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String end : List.of("'", "\u2019", ".", ":", "_", "\u00b7")) {
      map.add(end, " ");
    }
    return map.build();
  }

  /** The words of {@code text}, in order. */
  List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = tokenStream("", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(new Word(word.toString(), place.startOffset(), place.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot be read", e);
    }
    return words;
  }
}
