package io.deskhand.console.queue;

import io.deskhand.model.Category;
import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters that a search knows: which values each of them has, and what it asks for. */
final class SearchFilters {
  /** Every field, in the order in which they are offered. */
  static final List<String> FIELDS =
      List.of(
          "status", "priority", "assignee", "tag", "category", "channel", "department", "created");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("is", "status", "state", "status", "who", "assignee", "dept", "department");

  private final SearchDirectory directory;
  private final DayRange days;

  SearchFilters(SearchDirectory directory, DayRange days) {
    this.directory = directory;
    this.days = days;
  }

  /** The field's one name. */
  static String canonical(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    return OTHER_NAMES.getOrDefault(lower, lower);
  }

  boolean knows(String field) {
    return FIELDS.contains(canonical(field));
  }

  boolean understands(String field, String value) {
    return apply(TicketQuery.ALL, field, value).isPresent();
  }

  /** {@code query} with this filter; empty if the value means nothing. */
  Optional<TicketQuery> apply(TicketQuery query, String field, String value) {
    return switch (field) {
      case "status" -> all(value, Status.class).map(query::withStatuses);
      case "priority" -> all(value, Priority.class).map(query::withPriorities);
      case "assignee" -> assignee(value).map(query::withAssignee);
      case "created" -> days.parse(value).map(range -> between(query, range));
      case "channel" ->
          all(value, Channel.class)
              .map(some -> with(query, query.categories(), some, query.departmentId(), null));
      case "category" ->
          categories(value)
              .map(some -> with(query, some, query.channels(), query.departmentId(), null));
      case "department" ->
          directory
              .department(value)
              .map(one -> with(query, query.categories(), query.channels(), one.id(), null));
      case "tag" ->
          Optional.of(value)
              .filter(some -> !some.isBlank())
              .map(
                  some ->
                      with(
                          query, query.categories(), query.channels(), query.departmentId(), some));
      default -> Optional.empty();
    };
  }

  /** The values to offer for a field. */
  List<String> values(String field) {
    return switch (field) {
      case "status" -> wires(Status.values());
      case "priority" -> wires(Priority.values()).reversed();
      case "channel" -> wires(Channel.values());
      case "assignee" ->
          Stream.concat(
                  Stream.of("me", "none"),
                  directory.agents().get().stream().map(agent -> first(agent.name())))
              .distinct()
              .toList();
      case "category" -> directory.categories().get().stream().map(Category::key).toList();
      case "department" ->
          directory.departments().get().stream()
              .map(department -> quoted(department.name()))
              .toList();
      case "created" -> days.examples();
      default -> List.of();
    };
  }

  private Optional<Assignee> assignee(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "me" -> Optional.of(Assignee.ME);
      case "none", "nobody" -> Optional.of(Assignee.NOBODY);
      default -> directory.agent(value).map(agent -> new Assignee.Person(agent.id()));
    };
  }

  private Optional<Set<String>> categories(String value) {
    return each(value, one -> directory.category(one).map(Category::key));
  }

  private static <E extends Enum<E> & WireEnum> Optional<Set<E>> all(String value, Class<E> type) {
    return each(value, one -> WireEnum.parse(type, one));
  }

  /** What each of the values between commas means; empty unless all mean something. */
  private static <V> Optional<Set<V>> each(String value, Function<String, Optional<V>> meaning) {
    List<Optional<V>> found =
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(meaning)
            .toList();
    if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(new LinkedHashSet<>(found.stream().flatMap(Optional::stream).toList()));
  }

  private static TicketQuery with(
      TicketQuery query,
      Set<String> categories,
      Set<Channel> channels,
      @Nullable UUID departmentId,
      @Nullable String tag) {
    Set<String> tags = tag == null ? query.tags() : Set.of(tag.split(","));
    return new TicketQuery(
        query.statuses(),
        query.priorities(),
        categories,
        channels,
        query.assignee(),
        departmentId,
        query.customerId(),
        tags,
        query.createdFrom(),
        query.createdTo(),
        query.text(),
        query.order());
  }

  private static TicketQuery between(TicketQuery query, DayRange.Range range) {
    return new TicketQuery(
        query.statuses(),
        query.priorities(),
        query.categories(),
        query.channels(),
        query.assignee(),
        query.departmentId(),
        query.customerId(),
        query.tags(),
        range.from() == null ? query.createdFrom() : range.from(),
        range.to() == null ? query.createdTo() : range.to(),
        query.text(),
        query.order());
  }

  private static List<String> wires(WireEnum[] values) {
    return Arrays.stream(values).map(WireEnum::wire).toList();
  }

  private static String first(String name) {
    return name.split("\\s+")[0].toLowerCase(Locale.ROOT);
  }

  private static String quoted(String name) {
    return name.contains(" ") ? '"' + name + '"' : name;
  }
}
