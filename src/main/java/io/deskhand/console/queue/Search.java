package io.deskhand.console.queue;

import io.deskhand.sync.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into the search field, taken apart: {@code status:open priority:high,urgent
 * assignee:me tag:vip created:>2026-11-01 "exact words"}. What a filter does not understand is
 * marked, and narrows nothing; what is no filter is searched for as it is, with its quotes.
 *
 * @param text as it was typed
 * @param terms in the order of the text
 */
record Search(String text, List<SearchTerm> terms) {
  private static final Pattern TERM =
      Pattern.compile("(?<field>[A-Za-z]+):(?<value>\"[^\"]*\"?|\\S*)|\"[^\"]*\"?|\\S+");

  static Search parse(String text, SearchFilters filters) {
    List<SearchTerm> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      terms.add(term(matcher, filters));
    }
    return new Search(text, List.copyOf(terms));
  }

  /** {@code view} narrowed by this search; a filter takes the place of the view's own. */
  TicketQuery applyTo(TicketQuery view, SearchFilters filters) {
    TicketQuery narrowed = view.withText(words());
    for (SearchTerm term : terms) {
      if (term.isFilter()) {
        narrowed = filters.apply(narrowed, term.field(), term.value()).orElse(narrowed);
      }
    }
    return narrowed;
  }

  /** Those that are shown as chips. */
  List<SearchTerm> filters() {
    return terms.stream().filter(SearchTerm::isFilter).toList();
  }

  /** The text without one of its terms. */
  String without(SearchTerm term) {
    String rest = text.substring(0, term.start()) + text.substring(term.end());
    return rest.replaceAll("\\s{2,}", " ").strip();
  }

  private String words() {
    return String.join(
        " ", terms.stream().filter(term -> !term.isFilter()).map(SearchTerm::value).toList());
  }

  private static SearchTerm term(Matcher matcher, SearchFilters filters) {
    String field = matcher.group("field");
    if (field == null || !filters.knows(field)) {
      return new SearchTerm(matcher.start(), matcher.end(), "", matcher.group(), true);
    }
    String name = SearchFilters.canonical(field);
    String value = unquoted(matcher.group("value"));
    return new SearchTerm(
        matcher.start(), matcher.end(), name, value, filters.understands(name, value));
  }

  private static String unquoted(String value) {
    return value.replace("\"", "");
  }
}
