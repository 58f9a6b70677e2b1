package io.deskhand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.demo.data.Person;
import io.deskhand.model.Agent;
import io.deskhand.model.Attachment;
import io.deskhand.model.Department;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo desk on a real server with a real store, without its customers. */
class DemoDeskTest {
  private static final int TICKETS = 800;

  @TempDir Path data;

  @Test
  void everybodyCanSignInAndCountersEqualARecount() throws Exception {
    List<DemoProgress> progress = new ArrayList<>();
    try (DemoDesk desk = DemoDesk.start(quiet(), progress::add);
        Colleague ada = Colleague.signIn(desk.address(), DemoPeople.ADA)) {
      assertThat(progress).last().isEqualTo(new DemoProgress(TICKETS, TICKETS));
      for (Person person : DemoPeople.staff()) {
        Colleague.signIn(desk.address(), person).close();
      }
      assertThat(ada.tickets("limit=1").total()).isEqualTo(TICKETS);
      recountAgents(ada);
      recountDepartments(ada);
      recountMessages(ada);
      readFiles(ada);
    }
  }

  @Test
  void aSecondStartFindsTheSameDeskAndMakesNoOther() throws Exception {
    UUID first;
    try (DemoDesk desk = DemoDesk.start(quiet(), progress -> {});
        Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      first = max.tickets("limit=1&assignedTo=me").tickets().getFirst().id();
      max.write(first, "Still here tomorrow.");
    }
    List<DemoProgress> progress = new ArrayList<>();
    try (DemoDesk desk = DemoDesk.start(quiet().withSeed(99), progress::add);
        Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      assertThat(progress).isEmpty();
      assertThat(max.messages(first).getLast().body()).isEqualTo("Still here tomorrow.");
    }
  }

  @Test
  void newTicketsGoOnWhereTheNumbersOfTheDemoEnd() throws Exception {
    try (DemoDesk desk = DemoDesk.start(quiet(), progress -> {});
        Colleague lea = Colleague.signIn(desk.address(), DemoPeople.LEA)) {
      Ticket newest = lea.tickets("limit=1&sort=-createdAt").tickets().getFirst();
      Ticket made = lea.create("Something new");

      assertThat(made.ticketNumber()).isGreaterThan(newest.ticketNumber());
    }
  }

  @Test
  void aDeskThatIsTooSmallOrTooLargeIsRefused() {
    assertThatThrownBy(() -> quiet().withTickets(3)).hasMessageContaining("20 to 1000000");
  }

  private DemoOptions quiet() {
    return DemoOptions.in(data).withTickets(TICKETS).withLiving(false);
  }

  private static void recountAgents(Colleague ada) throws Exception {
    List<Ticket> all = all(ada);
    for (Agent agent : ada.get(Routes.AGENTS, AgentPage.class).agents()) {
      long active =
          all.stream()
              .filter(ticket -> ticket.status().isActive())
              .map(t -> t.escalatedTo() != null ? t.escalatedTo() : t.assignedTo())
              .filter(agent.id()::equals)
              .count();
      assertThat(agent.activeTickets()).as(agent.name()).isEqualTo((int) active);
    }
  }

  private static void recountDepartments(Colleague ada) throws Exception {
    List<Agent> agents = ada.get(Routes.AGENTS, AgentPage.class).agents();
    List<Department> departments = ada.get(Routes.DEPARTMENTS, DepartmentPage.class).departments();
    assertThat(departments).hasSize(5);
    for (Department department : departments) {
      assertThat(agents)
          .filteredOn(agent -> department.id().equals(agent.departmentId()))
          .hasSize(department.agentCount());
    }
    assertThat(ada.get(Routes.CATEGORIES, CategoryPage.class).categories())
        .hasSize(13)
        .allMatch(category -> category.departmentId() != null);
  }

  private static void recountMessages(Colleague ada) throws Exception {
    for (Ticket ticket : ada.tickets("limit=20&sort=-lastMessageAt").tickets()) {
      HistoryPage history =
          ada.get(Routes.ticket(ticket.id(), "history?limit=500"), HistoryPage.class);
      assertThat(ada.messages(ticket.id()).getLast().createdAt()).isEqualTo(ticket.lastMessageAt());
      assertThat(history.total()).isEqualTo(ticket.version());
    }
    assertThat(ada.tickets("limit=1&status=" + Status.OPEN.wire()).total()).isPositive();
  }

  /** Cora sends two files with whatever she asks but on the telephone; both are what they say. */
  private static void readFiles(Colleague ada) throws Exception {
    List<Attachment> files = new ArrayList<>();
    for (Ticket ticket :
        ada.tickets("limit=50&q=" + DemoPeople.CORA.name().split(" ")[0]).tickets()) {
      ada.messages(ticket.id()).forEach(message -> files.addAll(message.attachments()));
    }
    assertThat(files)
        .extracting(Attachment::type)
        .contains("image/png", "application/pdf", "text/plain");
    for (Attachment file : files.subList(0, 4)) {
      assertThat(ada.bytes(file.url())).hasSize((int) file.size());
      if (file.type().equals("image/png")) {
        BufferedImage small =
            ImageIO.read(new ByteArrayInputStream(ada.bytes(file.url() + "/thumbnail")));
        assertThat(small.getHeight()).isEqualTo(320);
      }
    }
  }

  private static List<Ticket> all(Colleague ada) throws Exception {
    List<Ticket> all = new ArrayList<>();
    for (int page = 1; all.size() < TICKETS; page++) {
      TicketPage next = ada.tickets("limit=500&sort=createdAt&page=" + page);
      assertThat(next.tickets()).isNotEmpty();
      all.addAll(next.tickets());
    }
    return all;
  }
}
