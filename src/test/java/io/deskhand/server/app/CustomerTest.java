package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Customer;
import io.deskhand.model.Deal;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.CustomerPage;
import io.deskhand.protocol.DealPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.OrganizationPage;
import io.deskhand.protocol.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerTest extends ServerTest {
  @Test
  void theStaffFindsCustomersByAddressIdAndOrganization() {
    assertThat(customers(max, "?q=CARL@demo.desk")).containsExactly(TestDesk.CARL);
    assertThat(customers(max, "?q=" + TestDesk.CARL.id())).containsExactly(TestDesk.CARL);
    assertThat(customers(max, "?q=car")).isEmpty();
    assertThat(customers(max, "?organizationId=" + TestDesk.ACME.id()))
        .extracting(Customer::id)
        .containsExactly(TestDesk.CORA.id());
    assertThat(max.get(Routes.CUSTOMERS + "?colour=red").error("colour"))
        .startsWith("unknown parameter");
  }

  @Test
  void theStaffAddsCustomersAndFindsThemByPhoneAndNameHoweverTheyAreSpelled() {
    UUID id = UUID.randomUUID();
    Customer made =
        max.post(
                Routes.CUSTOMERS,
                Map.of(
                    "id", id,
                    "name", " Zoë  Example ",
                    "email", "Zoe@Example.org",
                    "phone", "+49 (30) 12-34",
                    "language", "de",
                    "accountStatus", "active",
                    "organization_id", TestDesk.GLOBEX.id()))
            .ok(Customer.class);
    assertThat(made)
        .isEqualTo(
            new Customer(
                id,
                "Zoë  Example",
                "Zoe@Example.org",
                "+49 (30) 12-34",
                TestDesk.GLOBEX.id(),
                "de",
                "active",
                1));
    assertThat(max.get(customer(id)).ok(Customer.class)).isEqualTo(made);
    for (String q : List.of("zoe@example.ORG", "0049301234", "zo%C3%AB+example", id.toString())) {
      assertThat(customers(max, "?q=" + q)).as(q).containsExactly(made);
    }
    assertThat(customers(max, "?q=30")).isEmpty();
    assertThat(customers(nobody.signIn("carl@demo.desk"), "?q=0049301234")).isEmpty();
    max.post(Routes.CUSTOMERS, Map.of("id", id, "name", "Twin")).problem(ErrorCode.CONFLICT);
    max.post(Routes.CUSTOMERS, Map.of("name", "Twin", "email", "zoe@example.org"))
        .problem(ErrorCode.CONFLICT);
    assertThat(max.post(Routes.CUSTOMERS, Map.of("email", "x")).error("name"))
        .isEqualTo("is missing");
    cora.post(Routes.CUSTOMERS, Map.of("name", "Friend")).problem(ErrorCode.FORBIDDEN);

    String nothing = "{\"phone\": null, \"organization_id\": null, \"language\": null}";
    Customer cleared = max.send("PATCH", customer(id), nothing).ok(Customer.class);
    assertThat(cleared.phone()).isNull();
    assertThat(cleared.organizationId()).isNull();
    assertThat(cleared.email()).isEqualTo(made.email());
    assertThat(customers(max, "?q=0049301234")).isEmpty();
    assertThat(max.send("PATCH", customer(id), "{\"name\": null}").error("name"))
        .isEqualTo("is missing");
    max.send("PATCH", customer(id), "{\"email\": null}").ok(Customer.class);
    assertThat(customers(max, "?q=zoe@example.org")).isEmpty();
  }

  @Test
  void leadsAddOrganizationsAndClearWhatIsNoMoreKnown() {
    max.post(Routes.ORGANIZATIONS, Map.of("name", "Initech")).problem(ErrorCode.FORBIDDEN);
    Organization made =
        lea.post(
                Routes.ORGANIZATIONS,
                Map.of(
                    "name", "Initech",
                    "tier", "Enterprise",
                    "lifetimeValue", 7,
                    "subscriptionStatus", "trial"))
            .ok(Organization.class);
    assertThat(made.tier()).isEqualTo(OrganizationTier.ENTERPRISE);
    String path = Routes.ORGANIZATIONS + "/" + made.id();
    assertThat(max.get(path).ok(Organization.class)).isEqualTo(made);
    Organization cleared =
        lea.send("PATCH", path, "{\"lifetimeValue\": null, \"subscriptionStatus\": null}")
            .ok(Organization.class);
    assertThat(cleared)
        .isEqualTo(
            new Organization(
                made.id(), "Initech", OrganizationTier.ENTERPRISE, null, null, null, 2));
    assertThat(lea.post(Routes.ORGANIZATIONS, Map.of("tier", "free")).error("name"))
        .isEqualTo("is missing");
    lea.post(Routes.ORGANIZATIONS, Map.of("id", made.id(), "name", "Twin"))
        .problem(ErrorCode.CONFLICT);
  }

  @Test
  void customersComeInPages() {
    List<UUID> all = new ArrayList<>();
    String path = Routes.CUSTOMERS + "?limit=1";
    CustomerPage page = max.get(path).ok(CustomerPage.class);
    while (page.nextCursor() != null) {
      assertThat(page.total()).isGreaterThanOrEqualTo(3);
      all.add(page.customers().getFirst().id());
      page = max.get(path + "&cursor=" + page.nextCursor()).ok(CustomerPage.class);
    }
    all.add(page.customers().getFirst().id());
    assertThat(all)
        .doesNotHaveDuplicates()
        .hasSize((int) page.total())
        .contains(TestDesk.CORA.id(), TestDesk.CARL.id(), TestDesk.CINA.id());
    assertThat(max.get(path + "&cursor=e30").error("cursor")).contains("not a cursor");
  }

  @Test
  void aCustomerSeesThemselvesAndNobodyElse() {
    Client carl = nobody.signIn("carl@demo.desk");
    assertThat(customers(carl, "")).extracting(Customer::id).containsExactly(TestDesk.CARL.id());
    assertThat(customers(carl, "?q=cora@demo.desk")).isEmpty();
    carl.get(customer(TestDesk.CORA.id())).problem(ErrorCode.NOT_FOUND);
    carl.patch(customer(TestDesk.CORA.id()), Map.of("phone", "1")).problem(ErrorCode.NOT_FOUND);
    carl.patch(customer(TestDesk.CARL.id()), Map.of("organizationId", TestDesk.ACME.id()))
        .problem(ErrorCode.FORBIDDEN);
    carl.get(Routes.ORGANIZATIONS).problem(ErrorCode.FORBIDDEN);
    carl.get(Routes.DEALS).problem(ErrorCode.FORBIDDEN);
  }

  @Test
  void aCustomerIsChangedFieldByField() {
    String path = customer(TestDesk.CINA.id());
    Customer after =
        max.patch(path, Map.of("phone", " +49 1 ", "email", "cina@new.desk")).ok(Customer.class);
    assertThat(after.phone()).isEqualTo("+49 1");
    assertThat(after.name()).isEqualTo("Cina");
    assertThat(max.get(path).ok(Customer.class)).isEqualTo(after);
    assertThat(customers(max, "?q=cina@new.desk")).containsExactly(after);
    assertThat(customers(max, "?q=cina@demo.desk")).isEmpty();
    max.patch(path, Map.of("email", "Cora@demo.desk")).problem(ErrorCode.CONFLICT);
    max.patch(path, Map.of("email", "max@demo.desk")).problem(ErrorCode.CONFLICT);
    assertThat(max.patch(path, Map.of("email", "nonsense")).error("email")).contains("not an");
    assertThat(max.patch(path, Map.of("organizationId", UUID.randomUUID())).error("organizationId"))
        .isEqualTo("no such organization");
  }

  @Test
  void anOrganizationIsChangedByLeads() {
    OrganizationPage page = max.get(Routes.ORGANIZATIONS).ok(OrganizationPage.class);
    assertThat(page.organizations()).extracting(Organization::name).startsWith("Acme", "Globex");
    assertThat(page.total()).isEqualTo(page.organizations().size());
    String path = Routes.ORGANIZATIONS + "/" + TestDesk.ACME.id();
    max.patch(path, Map.of("healthScore", 10)).problem(ErrorCode.FORBIDDEN);
    Organization after = lea.patch(path, Map.of("healthScore", 10)).ok(Organization.class);
    assertThat(after.healthScore()).isEqualTo(10);
    assertThat(after.tier()).isEqualTo(TestDesk.ACME.tier());
    assertThat(max.get(path).ok(Organization.class)).isEqualTo(after);
    assertThat(lea.patch(path, Map.of("healthScore", 101)).error("healthScore"))
        .contains("0 to 100");
  }

  @Test
  void aTicketShowsItsDeal() {
    Map<String, Object> request =
        Map.of("name", "Renewal", "amount", 5_000, "organizationId", TestDesk.ACME.id());
    Deal deal = max.post(Routes.DEALS, request).ok(Deal.class);
    assertThat(deal.stage()).isEqualTo(Deal.Stage.LEAD);
    String path = Routes.DEALS + "/" + deal.id();
    Deal won = max.patch(path, Map.of("stage", "Won")).ok(Deal.class);
    assertThat(won.stage()).isEqualTo(Deal.Stage.WON);
    assertThat(won.amount()).isEqualTo(5_000);
    assertThat(max.get(path).ok(Deal.class)).isEqualTo(won);
    Deal cleared = max.send("PATCH", path, "{\"amount\": null}").ok(Deal.class);
    assertThat(cleared.amount()).isNull();
    assertThat(cleared.organizationId()).isEqualTo(TestDesk.ACME.id());
    won = max.patch(path, Map.of("amount", 5_000)).ok(Deal.class);
    assertThat(
            max.get(Routes.DEALS + "?organizationId=" + TestDesk.ACME.id())
                .ok(DealPage.class)
                .deals())
        .containsExactly(won);
    assertThat(max.get(Routes.DEALS + "?customerId=" + TestDesk.CARL.id()).ok(DealPage.class))
        .isEqualTo(new DealPage(List.of(), 0, null));
    Ticket ticket =
        max.post(Routes.TICKETS, Map.of("subject", "About the renewal", "dealId", deal.id()))
            .ok(Ticket.class);
    JsonNode shown = ada.get(Routes.ticket(ticket.id()) + "?include=deal").json();
    assertThat(shown.path("deal").path("name").asText()).isEqualTo("Renewal");
    assertThat(
            max.post(Routes.DEALS, Map.of("name", "x", "ownerId", UUID.randomUUID()))
                .error("ownerId"))
        .isEqualTo("is not known");
    assertThat(max.post(Routes.DEALS, Map.of("name", "x", "amount", -1)).error("amount"))
        .contains("negative");
  }

  private static List<Customer> customers(Client client, String query) {
    return client.get(Routes.CUSTOMERS + query).ok(CustomerPage.class).customers();
  }

  private static String customer(UUID id) {
    return Routes.CUSTOMERS + "/" + id;
  }
}
