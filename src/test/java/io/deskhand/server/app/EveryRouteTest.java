package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import io.deskhand.server.web.Operation;
import io.deskhand.server.web.Route;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What holds for every route that there is, whoever added it. */
class EveryRouteTest extends ServerTest {
  /** All that may be asked without a session. */
  private static final Set<String> OPEN =
      Set.of(
          Routes.HEALTH,
          Routes.READY,
          Routes.METRICS,
          Routes.OPENAPI,
          Routes.LOGIN,
          Routes.REFRESH,
          Routes.LOGOUT,
          Routes.SETUP,
          Routes.LIVE);

  @Test
  void everyRouteButTheNamedOnesAsksForAToken() {
    List<Client> strangers =
        List.of(nobody, nobody.bearer("nonsense"), nobody.with("Authorization", "Basic YTpi"));
    SoftAssertions all = new SoftAssertions();
    for (Route route : server.routes()) {
      if (OPEN.contains(route.path())) {
        continue;
      }
      for (Client stranger : strangers) {
        for (String prefix : List.of("", "/api", "/api/v1/admin")) {
          Client.Answer answer = stranger.send(method(route), prefix + filled(route), null);
          all.assertThat(answer.status())
              .as("%s %s%s", route.method(), prefix, filled(route))
              .isEqualTo(ErrorCode.UNAUTHENTICATED.status());
        }
      }
    }
    all.assertAll();
    assertThat(server.routes().stream().filter(Route::open).map(Route::path))
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void aBodyThatIsNotWhatItTakesIsTheSendersFaultEverywhere() {
    SoftAssertions all = new SoftAssertions();
    for (Route route : server.routes()) {
      Operation operation = Objects.requireNonNull(route.operation());
      if (operation.takes() == null || route.path().equals(Routes.LOGOUT)) {
        continue;
      }
      for (String body : List.of("{", "[]", "\"text\"", "null", "{\"no_such_field\": 1}")) {
        Client.Answer answer = ada.send(method(route), filled(route), body);
        all.assertThat(answer.status())
            .as("%s %s %s", route.method(), filled(route), body)
            .isBetween(400, 499);
        all.assertThat(answer.header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
      }
    }
    all.assertAll();
  }

  private static String method(Route route) {
    return route.method().equals(HandlerType.HEAD) ? "GET" : route.method().name();
  }

  private static String filled(Route route) {
    return route.path().replaceAll("\\{\\w+}", new UUID(1, 2).toString());
  }
}
