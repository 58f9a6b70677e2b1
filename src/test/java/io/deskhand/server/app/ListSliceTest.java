package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists that are read whole come in pages too. */
class ListSliceTest extends ServerTest {
  @ParameterizedTest
  @CsvSource({
    Routes.AGENTS + ",agents,id",
    Routes.DEPARTMENTS + ",departments,id",
    Routes.CATEGORIES + ",categories,key",
    Routes.RULES + ",rules,id",
    Routes.SLA_POLICIES + ",slaPolicies,id",
    Routes.CALENDARS + ",calendars,id"
  })
  void aListIsTheSameWholeByCursorAndByPage(String path, String plural, String key) {
    JsonNode whole = ada.get(path).json();
    List<String> keys = whole.path(plural).findValuesAsText(key);
    assertThat(keys).isNotEmpty();
    assertThat(whole.path("total").asInt()).isEqualTo(keys.size());
    assertThat(whole.has("nextCursor")).isFalse();

    List<String> byCursor = new ArrayList<>();
    List<String> byPage = new ArrayList<>();
    String cursor = null;
    for (int page = 1; page <= keys.size(); page++) {
      String after = cursor == null ? "" : "&cursor=" + cursor;
      JsonNode next = ada.get(path + "?limit=1" + after).json();
      assertThat(next.path("total").asInt()).isEqualTo(keys.size());
      byCursor.addAll(next.path(plural).findValuesAsText(key));
      cursor = next.has("nextCursor") ? next.path("nextCursor").asText() : null;
      byPage.addAll(
          ada.get(path + "?limit=1&page=" + page).json().path(plural).findValuesAsText(key));
    }
    assertThat(cursor).isNull();
    assertThat(byCursor).isEqualTo(keys);
    assertThat(byPage).isEqualTo(keys);
    assertThat(ada.get(path + "?page=1000000").json().path(plural)).isEmpty();
    assertThat(ada.get(path + "?limit=501").error("limit")).contains("1 to 500");
    assertThat(ada.get(path + "?cursor=bm9uZQ").error("cursor")).contains("not a cursor");
    assertThat(ada.get(path + "?cursor=e30&page=1").error("page")).contains("not both");
  }

  @Test
  void aListGoesOnWhereTheThingThatItStoppedAtIsGone() {
    List<String> ids = new ArrayList<>();
    for (String name : List.of("A first", "A second", "A third")) {
      Map<String, ?> calendar =
          Map.of(
              "name",
              name,
              "timeZone",
              "UTC",
              "hours",
              List.of(Map.of("day", "monday", "from", "08:00", "to", "18:00")));
      ids.add(ada.post(Routes.CALENDARS, calendar).json().path("id").asText());
    }
    JsonNode first = ada.get(Routes.CALENDARS + "?limit=2").json();
    assertThat(first.path("calendars").findValuesAsText("id")).isEqualTo(ids.subList(0, 2));
    assertThat(ada.delete(Routes.CALENDARS + "/" + ids.get(1)).status()).isEqualTo(204);
    String rest = Routes.CALENDARS + "?limit=1&cursor=" + first.path("nextCursor").asText();
    assertThat(ada.get(rest).json().path("calendars").findValuesAsText("name"))
        .containsExactly("A third");
    ids.forEach(id -> ada.delete(Routes.CALENDARS + "/" + id));
  }
}
