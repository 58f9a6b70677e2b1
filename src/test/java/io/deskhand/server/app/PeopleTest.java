package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleTest extends ServerTest {
  @Test
  void everybodySetsTheirOwnStatusOnly() {
    Agent busy = max.patch(path(TestDesk.MAX), Map.of("status", "busy")).ok(Agent.class);
    assertThat(busy.status()).isEqualTo(AgentStatus.BUSY);
    assertThat(busy.version()).isGreaterThan(1);
    max.patch(path(TestDesk.INES), Map.of("status", "busy")).problem(ErrorCode.FORBIDDEN);
    max.patch(path(TestDesk.MAX), Map.of("capacity", 99)).problem(ErrorCode.FORBIDDEN);
    cora.patch(path(TestDesk.MAX), Map.of("status", "away")).problem(ErrorCode.FORBIDDEN);
    max.patch(path(TestDesk.MAX), Map.of("status", "available")).ok(Agent.class);
  }

  @Test
  void aLeadSetsStatusAndCapacityOfTheirOwnAgents() {
    Agent agent =
        lea.patch(path(TestDesk.INES), Map.of("status", "away", "capacity", 5)).ok(Agent.class);
    assertThat(agent.status()).isEqualTo(AgentStatus.AWAY);
    assertThat(agent.capacity()).isEqualTo(5);
    lea.patch(path(TestDesk.BEA), Map.of("status", "away")).problem(ErrorCode.FORBIDDEN);
    lea.patch(path(TestDesk.INES), Map.of("tier", 3)).problem(ErrorCode.FORBIDDEN);
  }

  @Test
  void anAgentWhoMovesIsCountedAndSeesWhereTheyAre() {
    Client omar = nobody.signIn("omar@demo.desk");
    Ticket ticket = newTicket();
    omar.get(Routes.ticket(ticket.id())).ok(Ticket.class);
    int before = agents(TestDesk.BILLING);
    ada.patch(path(TestDesk.OMAR), Map.of("departmentId", TestDesk.BILLING.id())).ok(Agent.class);

    assertThat(agents(TestDesk.BILLING)).isEqualTo(before + 1);
    // The session goes on, with what he may see now.
    omar.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void anAdminMakesAgentsWhoCanSignIn() {
    Map<String, Object> body =
        Map.of(
            "name", "Nora",
            "email", "Nora@demo.desk",
            "password", "long enough",
            "departmentId", TestDesk.SUPPORT.id(),
            "role", "lead",
            "leads", List.of(TestDesk.BILLING.id()));
    lea.post(Routes.AGENTS, body).problem(ErrorCode.FORBIDDEN);
    int before = agents(TestDesk.SUPPORT);
    Agent nora = ada.post(Routes.AGENTS, body).ok(Agent.class);
    assertThat(nora.role()).isEqualTo(Role.LEAD);
    assertThat(agents(TestDesk.SUPPORT)).isEqualTo(before + 1);
    ada.post(Routes.AGENTS, body).problem(ErrorCode.CONFLICT);
    assertThat(ada.post(Routes.AGENTS, Map.of("name", "X")).error("email")).isEqualTo("is missing");
    assertThat(
            nobody
                .post(Routes.LOGIN, Map.of("email", "nora@demo.desk", "password", "long enough"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void skillsAndPhoneAreKeptAndChanged() {
    Agent made =
        ada.post(
                Routes.AGENTS,
                Map.of(
                    "name", "Rosa",
                    "email", "rosa@demo.desk",
                    "password", "long enough",
                    "phone", "+49 30 1",
                    "skills", List.of("loans", "spanish")))
            .ok(Agent.class);
    assertThat(made.skills()).containsExactly("loans", "spanish");
    assertThat(made.phone()).isEqualTo("+49 30 1");
    Agent changed =
        ada.patch(path(made), Map.of("phone", "+49 30 2", "skills", List.of("cards")))
            .ok(Agent.class);
    assertThat(max.get(Routes.AGENTS).ok(AgentPage.class).agents()).contains(changed);
    assertThat(changed.skills()).containsExactly("cards");
    assertThat(changed.phone()).isEqualTo("+49 30 2");
    assertThat(changed.name()).isEqualTo("Rosa");
  }

  @Test
  void aLeadOfSeveralDepartmentsSeesAllOfThem() {
    ada.post(
            Routes.AGENTS,
            Map.of(
                "name",
                "Lars",
                "email",
                "lars@demo.desk",
                "password",
                TestDesk.PASSWORD + "demo1",
                "departmentId",
                TestDesk.SUPPORT.id(),
                "role",
                "lead",
                "leads",
                List.of(TestDesk.BILLING.id())))
        .ok(Agent.class);
    Tokens tokens =
        nobody
            .post(Routes.LOGIN, new LoginRequest("lars@demo.desk", TestDesk.PASSWORD + "demo1"))
            .ok(Tokens.class);
    Client lars = nobody.bearer(tokens.accessToken());
    Ticket support = newTicket();
    Ticket billing =
        cora.post(Routes.TICKETS, Map.of("subject", "Refund", "category", "billing"))
            .ok(Ticket.class);
    ada.post(Routes.ticket(billing.id(), "assign"), Map.of("agentId", TestDesk.BEA.id()));
    assertThat(lars.get(Routes.ticket(support.id())).status()).isEqualTo(200);
    assertThat(lars.get(Routes.ticket(billing.id())).status()).isEqualTo(200);
    lea.get(Routes.ticket(billing.id())).problem(ErrorCode.NOT_FOUND);
    assertThat(lars.get(Routes.TICKETS + "?limit=500").json().findValuesAsText("id"))
        .contains(support.id().toString(), billing.id().toString());
  }

  @Test
  void anAdminMakesAndChangesDepartmentsAndCategories() {
    Department made =
        ada.post(Routes.DEPARTMENTS, Map.of("name", "Loans", "tier", 2)).ok(Department.class);
    assertThat(made.agentCount()).isZero();
    Department renamed =
        ada.patch(Routes.DEPARTMENTS + "/" + made.id(), Map.of("name", "Loan services"))
            .ok(Department.class);
    assertThat(renamed.name()).isEqualTo("Loan services");
    assertThat(renamed.tier()).isEqualTo(2);
    Department raised =
        ada.patch(Routes.DEPARTMENTS + "/" + made.id(), Map.of("tier", 3)).ok(Department.class);
    assertThat(raised.tier()).isEqualTo(3);
    assertThat(raised.name()).isEqualTo("Loan services");
    lea.post(Routes.DEPARTMENTS, Map.of("name", "Mine")).problem(ErrorCode.FORBIDDEN);

    Category category =
        ada.patch(
                Routes.CATEGORIES + "/loan",
                Map.of("departmentId", made.id(), "defaultPriority", "high"))
            .ok(Category.class);
    assertThat(category.defaultPriority()).isEqualTo(Priority.HIGH);
    ada.post(Routes.CATEGORIES, Map.of("key", "cards", "label", "Cards")).ok(Category.class);
    ada.post(Routes.CATEGORIES, Map.of("key", "cards", "label", "Cards"))
        .problem(ErrorCode.CONFLICT);
    assertThat(ada.post(Routes.CATEGORIES, Map.of("key", "Two Words", "label", "x")).error("key"))
        .contains("lower_snake");
    assertThat(cora.get(Routes.CATEGORIES).ok(CategoryPage.class).categories())
        .hasSize(14)
        .contains(category);
  }

  @Test
  void anAgentWhoIsShutOutIsOutAtOnce() {
    Tokens tokens = nobody.tokens("boris@demo.desk");
    Client boris = nobody.bearer(tokens.accessToken());
    assertThat(boris.get(Routes.AGENTS).status()).isEqualTo(200);
    lea.delete(path(TestDesk.BORIS)).problem(ErrorCode.FORBIDDEN);
    assertThat(ada.delete(path(TestDesk.BORIS)).status()).isEqualTo(204);

    boris.get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
    nobody
        .post(Routes.REFRESH, new RefreshRequest(tokens.refreshToken()))
        .problem(ErrorCode.UNAUTHENTICATED);
    nobody
        .post(Routes.LOGIN, new LoginRequest("boris@demo.desk", TestDesk.PASSWORD))
        .problem(ErrorCode.INVALID_CREDENTIALS);
    Ticket ticket = newTicket();
    assertThat(
            ada.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", TestDesk.BORIS.id()))
                .error("agentId"))
        .isEqualTo("no such agent");
    ada.delete(path(TestDesk.ADA)).problem(ErrorCode.CONFLICT);
  }

  @Test
  void whatIsUnknownIsNotFound() {
    UUID unknown = UUID.randomUUID();
    ada.patch(Routes.AGENTS + "/" + unknown, Map.of("tier", 1)).problem(ErrorCode.NOT_FOUND);
    ada.patch(Routes.DEPARTMENTS + "/" + unknown, Map.of("tier", 1)).problem(ErrorCode.NOT_FOUND);
    ada.patch(Routes.CATEGORIES + "/unknown", Map.of("label", "x")).problem(ErrorCode.NOT_FOUND);
    assertThat(ada.patch(path(TestDesk.MAX), Map.of("tier", 7)).error("tier"))
        .contains("from 1 to 3");
  }

  private static String path(Agent agent) {
    return Routes.AGENTS + "/" + agent.id();
  }

  private int agents(Department department) {
    int counted =
        ada.get(Routes.DEPARTMENTS).ok(DepartmentPage.class).departments().stream()
            .filter(found -> found.id().equals(department.id()))
            .findFirst()
            .orElseThrow()
            .agentCount();
    long members =
        ada.get(Routes.AGENTS).ok(AgentPage.class).agents().stream()
            .filter(agent -> department.id().equals(agent.departmentId()))
            .count();
    assertThat(counted).isEqualTo((int) members);
    return counted;
  }
}
