package io.deskhand.server.app;

import static io.deskhand.server.web.Operation.gives;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.CategoryRequest;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.CloseRequest;
import io.deskhand.protocol.CreateAgent;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.DepartmentRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.LogoutRequest;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.ProgramVersion;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.ReopenRequest;
import io.deskhand.protocol.ResolveRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.SetupRequest;
import io.deskhand.protocol.SlaStats;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.protocol.StatusRequest;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.protocol.TicketStats;
import io.deskhand.protocol.Tokens;
import io.deskhand.server.auth.AuthFeature;
import io.deskhand.server.feed.FeedRoutes;
import io.deskhand.server.jobs.JobRoutes;
import io.deskhand.server.openapi.OpenApi;
import io.deskhand.server.people.PeopleRoutes;
import io.deskhand.server.people.PlaceRoutes;
import io.deskhand.server.stats.StatsRoutes;
import io.deskhand.server.tickets.TicketParameters;
import io.deskhand.server.tickets.TicketRoutes;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Operation;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Router;

/** Every route of the server. */
final class RouteList {
  private static final String TICKET = Routes.ticket("{id}");

  private static final String AGENT = Routes.AGENTS + "/{id}";
  private static final String JOB = Routes.JOBS + "/{id}";

  private RouteList() {}

  static void register(Router router, Features features) {
    open(router, features);
    tickets(router, features.tickets);
    bulk(router, features.jobs);
    stats(router, features.stats);
    // After those above, as the first that fits is taken.
    verbs(router, features.tickets);
    conversations(router, features);
    people(router, features.people, features.places);
    copies(router, features.feed);
    FileRoutes.register(router, features.attachments);
    CustomerRouteList.register(router, features);
    WorkRoutes.register(router, features);
    SharedRoutes.register(router, features.views, features.macros);
    operations(router, features);
  }

  private static void open(Router router, Features features) {
    AuthFeature auth = features.auth;
    router.open(
        GET,
        Routes.HEALTH,
        features.health::live,
        gives(Health.Report.class, "Whether the server is there"));
    router.open(
        GET,
        Routes.READY,
        features.health::ready,
        gives(Health.Report.class, "Whether the server can do its work; else 503"));
    router.elsewhere(
        GET, Routes.METRICS, true, gives(200, "Measurements, as Prometheus reads them"));
    OpenApi openApi = new OpenApi(router::list, ProgramVersion.number());
    router.open(GET, Routes.OPENAPI, openApi::get, gives(200, "This description"));
    router.open(
        POST, Routes.LOGIN, auth::login, gives(Tokens.class, "Signs in").takes(LoginRequest.class));
    router.open(
        POST,
        Routes.REFRESH,
        auth::refresh,
        gives(Tokens.class, "Goes on with a session; the refresh token is good once")
            .takes(RefreshRequest.class));
    router.open(
        POST,
        Routes.LOGOUT,
        features::logout,
        gives(204, "Ends a session").takes(LogoutRequest.class));
    router.open(
        POST,
        Routes.SETUP,
        auth::setup,
        gives(201, Tokens.class, "Makes the first admin").takes(SetupRequest.class));
    router.elsewhere(
        GET, Routes.LIVE, true, gives(101, "The live socket; its first frame is authenticate"));
  }

  private static void tickets(Router router, TicketRoutes tickets) {
    router.desk(
        GET,
        Routes.TICKETS,
        tickets::list,
        gives(TicketPage.class, "Lists tickets").with(TicketParameters.LIST));
    router.desk(
        POST,
        Routes.TICKETS,
        tickets::create,
        gives(201, Ticket.class, "Creates a ticket").takes(CreateTicket.class));
    router.desk(
        POST,
        Routes.TICKETS + "/assign",
        tickets::assignNamed,
        verb("Assigns the ticket that the body names", AssignRequest.class));
    router.desk(
        POST,
        Routes.TICKETS + "/escalate",
        tickets::escalateNamed,
        verb("Escalates the ticket that the body names", EscalateRequest.class));
  }

  private static void verbs(Router router, TicketRoutes tickets) {
    router.desk(
        GET,
        TICKET,
        tickets::read,
        gives(Ticket.class, "One ticket")
            .with(TicketParameters.INCLUDE)
            .embedding(TicketParameters.EMBEDDED));
    Operation patch = verb("Changes the fields that are there", TicketPatch.Values.class);
    router.desk(PATCH, TICKET, tickets::patch, patch);
    router.desk(PUT, TICKET, tickets::patch, patch);
    router.desk(DELETE, TICKET, tickets::delete, gives(204, "Deletes a ticket").onVersion());
    router.desk(
        PUT, TICKET + "/status", tickets::status, verb("Sets the status", StatusRequest.class));
    router.desk(
        POST, TICKET + "/assign", tickets::assign, verb("Assigns a ticket", AssignRequest.class));
    router.desk(
        POST,
        TICKET + "/escalate",
        tickets::escalate,
        verb("Escalates a ticket", EscalateRequest.class));
    router.desk(
        POST,
        TICKET + "/resolve",
        tickets::resolve,
        verb("Resolves a ticket", ResolveRequest.class));
    router.desk(
        POST, TICKET + "/close", tickets::close, verb("Closes a ticket", CloseRequest.class));
    router.desk(
        POST, TICKET + "/reopen", tickets::reopen, verb("Reopens a ticket", ReopenRequest.class));
    router.desk(
        POST,
        TICKET + "/notify",
        tickets::notify,
        verb("Sends word of a ticket to its customer or assignee", NotifyRequest.class));
    router.desk(
        POST,
        TICKET + "/satisfaction",
        tickets::rate,
        verb("Records what the customer thinks", SatisfactionRequest.class));
  }

  private static void conversations(Router router, Features features) {
    router.desk(
        GET,
        TICKET + "/messages",
        features.messages::list,
        gives(MessagePage.class, "Lists a conversation, newest last").with(PageRequest.PARAMETERS));
    router.desk(
        POST,
        TICKET + "/messages",
        features.messages::send,
        gives(201, Message.class, "Sends a message").takes(SendMessage.class));
    router.desk(
        GET,
        TICKET + "/history",
        features.history::list,
        gives(HistoryPage.class, "Lists what happened to a ticket, newest last")
            .with(PageRequest.PARAMETERS));
  }

  private static void bulk(Router router, JobRoutes jobs) {
    router.desk(POST, Routes.BULK + "/assign", jobs::assign, job("Assigns many tickets"));
    router.desk(POST, Routes.BULK + "/resolve", jobs::resolve, job("Resolves many tickets"));
    router.desk(POST, Routes.BULK + "/status", jobs::status, job("Sets many tickets' status"));
    router.desk(POST, Routes.BULK + "/notify", jobs::notify, job("Sends word of many tickets"));
    router.desk(POST, Routes.BULK + "/escalate", jobs::escalate, job("Escalates many tickets"));
    router.desk(GET, JOB, jobs::read, gives(Job.class, "How far a job is"));
    router.desk(
        POST,
        JOB + "/undo",
        jobs::undo,
        gives(202, JobAccepted.class, "Returns every ticket that nobody touched since"));
    router.desk(
        POST,
        JOB + "/cancel",
        jobs::cancel,
        gives(202, JobAccepted.class, "Ends a job; what is done stays"));
  }

  private static void people(Router router, PeopleRoutes people, PlaceRoutes places) {
    router.desk(
        GET,
        Routes.AGENTS,
        people::list,
        gives(AgentPage.class, "Lists the agents").with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.AGENTS,
        people::create,
        gives(201, Agent.class, "Adds an agent").takes(CreateAgent.class));
    router.desk(
        PATCH,
        AGENT,
        people::patch,
        gives(Agent.class, "Changes an agent").takes(AgentPatch.class));
    router.desk(DELETE, AGENT, people::shutOut, gives(204, "Shuts an agent out"));
    router.desk(
        GET,
        Routes.DEPARTMENTS,
        places::departments,
        gives(DepartmentPage.class, "Lists the departments").with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.DEPARTMENTS,
        places::createDepartment,
        gives(201, Department.class, "Adds a department").takes(DepartmentRequest.class));
    router.desk(
        PATCH,
        Routes.DEPARTMENTS + "/{id}",
        places::patchDepartment,
        gives(Department.class, "Changes a department").takes(DepartmentRequest.class));
    router.desk(
        GET,
        Routes.CATEGORIES,
        places::categories,
        gives(CategoryPage.class, "Lists the categories").with(ListSlice.PARAMETERS));
    router.desk(
        POST,
        Routes.CATEGORIES,
        places::createCategory,
        gives(201, Category.class, "Adds a category").takes(CategoryRequest.class));
    router.desk(
        PATCH,
        Routes.CATEGORIES + "/{key}",
        places::patchCategory,
        gives(Category.class, "Changes a category").takes(CategoryRequest.class));
  }

  private static void stats(Router router, StatsRoutes stats) {
    router.desk(
        GET,
        Routes.STATS,
        stats::tickets,
        gives(TicketStats.class, "The desk's figures").with(StatsRoutes.RANGE));
    router.desk(
        GET,
        Routes.AGENT_STATS,
        stats::agents,
        gives(HandledStats.class, "Figures by agent").with(StatsRoutes.RANGE));
    router.desk(
        GET,
        Routes.DEPARTMENT_STATS,
        stats::departments,
        gives(HandledStats.class, "Figures by department").with(StatsRoutes.RANGE));
    router.desk(
        GET,
        Routes.SLA_STATS,
        stats::sla,
        gives(SlaStats.class, "How many tickets met their targets").with(StatsRoutes.RANGE));
  }

  private static void copies(Router router, FeedRoutes feed) {
    router.desk(
        GET,
        Routes.CHANGES,
        feed::changes,
        gives(ChangePage.class, "What changed since").with(FeedRoutes.CHANGES));
    router.desk(
        GET,
        Routes.SNAPSHOT,
        feed::snapshot,
        gives(SnapshotPage.class, "Everything that the session sees").with(FeedRoutes.SNAPSHOT));
    router.desk(
        GET,
        Routes.CHECKSUM,
        feed::checksum,
        gives(ScopeChecksum.class, "What a copy of the tickets must add up to")
            .with(FeedRoutes.CHECKSUM));
  }

  private static void operations(Router router, Features features) {
    router.desk(
        POST,
        Routes.BACKUP,
        features.backup::make,
        gives(201, BackupRoute.Done.class, "Backs the desk up into its data folder; admins only"));
  }

  /** A verb of a ticket's life: answers the ticket as it is then. */
  private static Operation verb(String says, Class<?> body) {
    return gives(Ticket.class, says).takes(body).onVersion();
  }

  private static Operation job(String says) {
    return gives(202, JobAccepted.class, says).takes(BulkRequest.class);
  }
}
