package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Message;
import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SetupRequest;
import io.deskhand.protocol.Tokens;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir Path data;
  @TempDir Path elsewhere;

  @Test
  void aNewDeskIsSetUpOnceWithThePrintedToken() {
    try (DeskServer server = DeskServer.start(TestDatabase.local(data))) {
      Client nobody = Client.of(server);
      String token = server.setupToken().orElseThrow();
      nobody
          .post(Routes.SETUP, new SetupRequest("guess", "Ada", "ada@b.example", "secret words"))
          .problem(ErrorCode.INVALID_CREDENTIALS);
      assertThat(
              nobody
                  .post(Routes.SETUP, new SetupRequest(token, "Ada", "ada", "short"))
                  .error("password"))
          .contains("at least 8");
      SetupRequest right = new SetupRequest(token, "Ada", "ada@b.example", "secret words");
      Tokens tokens = nobody.post(Routes.SETUP, right).ok(Tokens.class);
      assertThat(tokens.me().role()).isEqualTo(Role.ADMIN);
      nobody
          .bearer(tokens.accessToken())
          .post(Routes.TICKETS, Map.of("subject", "First"))
          .ok(Ticket.class);
      assertCommonDepartments(nobody.bearer(tokens.accessToken()));
      nobody.post(Routes.SETUP, right).problem(ErrorCode.CONFLICT);
    }
    try (DeskServer again = DeskServer.start(TestDatabase.local(data))) {
      assertThat(again.setupToken()).isEmpty();
    }
  }

  private static void assertCommonDepartments(Client ada) {
    List<Department> made = ada.get(Routes.DEPARTMENTS).ok(DepartmentPage.class).departments();
    assertThat(made)
        .extracting(Department::name)
        .containsExactlyInAnyOrder(
            "Technical Support",
            "Billing & Payments",
            "Account Management",
            "Loan Services",
            "General Support");
    List<Category> categories = ada.get(Routes.CATEGORIES).ok(CategoryPage.class).categories();
    assertThat(categories).hasSize(13).allMatch(category -> category.departmentId() != null);
    Ticket late =
        ada.post(Routes.TICKETS, Map.of("subject", "Late", "category", "loan")).ok(Ticket.class);
    assertThat(made)
        .filteredOn(department -> department.id().equals(late.departmentId()))
        .extracting(Department::name)
        .containsExactly("Loan Services");
  }

  @Test
  void everythingIsThereAfterARestartAndSessionsGoOn() {
    ServerOptions options = TestDatabase.local(data).withSeed(TestDesk.SEED);
    Tokens tokens;
    Ticket ticket;
    Message message;
    try (DeskServer server = DeskServer.start(options)) {
      tokens = Client.of(server).tokens("max@demo.desk");
      Client max = Client.of(server).bearer(tokens.accessToken());
      ticket = max.post(Routes.TICKETS, Map.of("subject", "Stay")).ok(Ticket.class);
      message =
          max.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", "here"))
              .ok(Message.class);
    }
    try (DeskServer server = DeskServer.start(options)) {
      Client max = Client.of(server).bearer(tokens.accessToken());
      assertThat(max.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages())
          .containsExactly(message);
      Client.of(server)
          .post(Routes.REFRESH, new RefreshRequest(tokens.refreshToken()))
          .ok(Tokens.class);
      Ticket next = max.post(Routes.TICKETS, Map.of("subject", "Next")).ok(Ticket.class);
      assertThat(next.ticketNumber()).isGreaterThan(ticket.ticketNumber());
    }
  }

  @Test
  void aPortInUseIsSaidAndFreesTheData() {
    try (DeskServer server = DeskServer.start(TestDatabase.local(data))) {
      int port = server.address().getPort();
      ServerOptions same = TestDatabase.local(elsewhere).withPort(port);
      assertThatThrownBy(() -> DeskServer.start(same))
          .isInstanceOf(AddressInUse.class)
          .hasMessage("Cannot listen on 127.0.0.1:" + port + ": the port is in use");
      // The failed start let go of its data.
      DeskServer.start(TestDatabase.local(elsewhere)).close();
      assertThat(Client.of(server).get(Routes.HEALTH).status()).isEqualTo(200);
    }
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() {
    try (DeskServer server = DeskServer.start(TestDatabase.local(data))) {
      assertThatThrownBy(() -> DeskServer.start(TestDatabase.local(data)))
          .isInstanceOf(DataDirInUse.class)
          .hasMessageContaining("in use by another Deskhand server");
      assertThat(Client.of(server).get(Routes.HEALTH).json().path("status").asText())
          .isEqualTo("up");
    }
  }

  @Test
  void dataThatIsNoDirectoryIsSaid() throws IOException {
    Path file = Files.createFile(elsewhere.resolve("file"));
    assertThatThrownBy(() -> DeskServer.start(TestDatabase.local(file)))
        .hasMessage("Cannot open the data in " + file + ": it is a file and no directory");
  }
}
