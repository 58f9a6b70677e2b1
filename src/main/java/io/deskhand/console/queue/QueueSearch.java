package io.deskhand.console.queue;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is searched for: the text as it is typed, and what it means. FX thread only. */
final class QueueSearch {
  private final SearchFilters filters;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Search> search;

  QueueSearch(SearchFilters filters) {
    this.filters = filters;
    this.search = new ReadOnlyObjectWrapper<>(Search.parse("", filters));
    text.addListener((property, before, now) -> search.set(Search.parse(now, filters)));
  }

  /** What is typed into the search field. */
  StringProperty textProperty() {
    return text;
  }

  /** What it means; changes with the text. */
  ReadOnlyObjectProperty<Search> searchProperty() {
    return search.getReadOnlyProperty();
  }

  SearchFilters filters() {
    return filters;
  }

  boolean isEmpty() {
    return text.get().isBlank();
  }

  /** How it can go on at the caret. */
  List<Completion> completions(int caret) {
    return Completion.at(text.get(), Math.min(caret, text.get().length()), filters);
  }

  /** The values that a filter can have. */
  List<String> valuesOf(String field) {
    return filters.values(field);
  }

  /** Writes a filter into the text, in the place of an earlier one of the same field. */
  void addFilter(String field, String value) {
    String rest =
        search.get().filters().stream()
            .filter(term -> term.field().equals(field))
            .findFirst()
            .map(search.get()::without)
            .orElse(text.get());
    text.set((rest.isEmpty() ? "" : rest + " ") + field + ":" + value);
  }

  void removeTerm(SearchTerm term) {
    text.set(search.get().without(term));
  }

  void clear() {
    text.set("");
  }
}
