package io.deskhand.server.app;

import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.protocol.CalendarRequest;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.SlaPolicyRequest;
import io.deskhand.server.auth.AuthFeature;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.automation.Automation;
import io.deskhand.server.automation.RuleRoutes;
import io.deskhand.server.automation.UnassignedWatch;
import io.deskhand.server.customers.CustomerRoutes;
import io.deskhand.server.customers.DealRoutes;
import io.deskhand.server.customers.OrganizationRoutes;
import io.deskhand.server.escalations.EscalationRoutes;
import io.deskhand.server.feed.FeedRoutes;
import io.deskhand.server.files.AttachmentRoutes;
import io.deskhand.server.followups.ActivityRoutes;
import io.deskhand.server.followups.IssueRoutes;
import io.deskhand.server.followups.MetricRoutes;
import io.deskhand.server.history.HistoryRoutes;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.index.Directory;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.jobs.JobRoutes;
import io.deskhand.server.live.LiveFeature;
import io.deskhand.server.macros.MacroRoutes;
import io.deskhand.server.messages.MessageRoutes;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.people.PeopleRoutes;
import io.deskhand.server.people.PlaceRoutes;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.sla.SettingRoutes;
import io.deskhand.server.sla.SlaWatch;
import io.deskhand.server.stats.StatsRoutes;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Signals;
import io.deskhand.server.store.Store;
import io.deskhand.server.tickets.SnoozeWatch;
import io.deskhand.server.tickets.TicketRoutes;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.views.SavedViewRoutes;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.SessionVerifier;
import io.deskhand.server.web.Writes;
import java.nio.file.Path;
import java.time.Clock;

/** The server's features, wired by hand. */
final class Features implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  /** Tells the other servers to look whether all of their sockets may stay. */
  private static final String SIGNED_OUT = "signed_out";

  final AuthFeature auth;
  final TicketRoutes tickets;
  final MessageRoutes messages;
  final HistoryRoutes history;
  final PeopleRoutes people;
  final PlaceRoutes places;
  final JobRoutes jobs;
  final StatsRoutes stats;
  final RuleRoutes rules;
  final SavedViewRoutes views;
  final MacroRoutes macros;
  final EscalationRoutes escalations;
  final ActivityRoutes activities;
  final IssueRoutes issues;
  final MetricRoutes metrics;
  final SettingRoutes<SlaPolicy, SlaPolicyRequest> policies;
  final SettingRoutes<BusinessCalendar, CalendarRequest> calendars;
  final FeedRoutes feed;
  final AttachmentRoutes attachments;
  final CustomerRoutes customers;
  final OrganizationRoutes organizations;
  final DealRoutes deals;
  final LiveFeature live;

  /** Answers requests until the last of them: to be closed after that. */
  final TicketIndex index;

  private final UnassignedWatch unassigned;
  private final SlaWatch deadlines;
  private final SnoozeWatch snoozed;
  final Health health;
  final BackupRoute backup;
  private final Housekeeping housekeeping;
  private final Signals signals;

  /**
   * Wires them; {@link #start} lets those go on that work by themselves.
   *
   * @param background where that is
   * @param maker makes the live socket of what it works with
   */
  Features(
      Store store,
      Passwords passwords,
      Path files,
      Clock clock,
      Background background,
      LiveMaker maker) {
    Ledger ledger = store.ledger();
    Directory directory = Directory.of(ledger);
    this.index = TicketIndex.open(ledger, store.searchDirectory());
    Writes writes = new Writes(ledger);
    this.auth =
        new AuthFeature(ledger, passwords, store.secret("jwt", KEY_BYTES), store.signals(), clock);
    Hooks hooks = Automation.hooks();
    TicketService ticketService = new TicketService(hooks);
    this.tickets = new TicketRoutes(ledger, index, writes, ticketService);
    MessageService messageService = new MessageService(hooks);
    this.messages = new MessageRoutes(ledger, writes, messageService);
    this.history = new HistoryRoutes(ledger);
    this.people = new PeopleRoutes(directory, writes, passwords);
    this.places = new PlaceRoutes(directory, writes);
    this.jobs = new JobRoutes(ledger, index, writes, ticketService, background);
    this.stats = new StatsRoutes(directory, index);
    this.rules = new RuleRoutes(ledger, writes);
    this.views = new SavedViewRoutes(ledger, index, writes);
    this.macros = new MacroRoutes(ledger, writes, ticketService, messageService);
    this.escalations = new EscalationRoutes(ledger, writes, ticketService);
    this.activities = new ActivityRoutes(ledger, writes);
    this.issues = new IssueRoutes(ledger, writes, ticketService);
    this.metrics = new MetricRoutes(ledger);
    this.policies = SettingRoutes.policies(ledger, writes);
    this.calendars = SettingRoutes.calendars(ledger, writes);
    this.feed = new FeedRoutes(ledger, index);
    this.live = maker.make(ledger, auth.sessions(), messageService, store.signals(), clock);
    this.attachments = new AttachmentRoutes(ledger, writes, files, clock);
    this.customers = new CustomerRoutes(ledger, writes);
    this.organizations = new OrganizationRoutes(ledger, writes);
    this.deals = new DealRoutes(ledger, writes);
    this.unassigned = new UnassignedWatch(ledger, ticketService, clock, background);
    this.deadlines = new SlaWatch(ledger, ticketService, clock, background);
    this.snoozed = new SnoozeWatch(ledger, ticketService, clock, background);
    this.health = new Health(ledger, clock);
    this.backup = new BackupRoute(store, clock);
    this.housekeeping = new Housekeeping(ledger, attachments::sweep, background);
    this.signals = store.signals();
    signals.on(SIGNED_OUT, data -> live.recheck());
  }

  /** Makes the live socket. */
  interface LiveMaker {
    LiveFeature make(
        Ledger ledger,
        SessionVerifier sessions,
        MessageService messages,
        Signals signals,
        Clock clock);
  }

  /** Begins what goes on without a request. */
  void start() {
    unassigned.start();
    deadlines.start();
    snoozed.start();
    housekeeping.start();
    jobs.resume();
  }

  /** POST /auth/logout: ends the session, and its sockets with it. */
  Reply logout(Exchange exchange) {
    Reply reply = auth.logout(exchange);
    live.recheck();
    signals.send(SIGNED_OUT, Json.object());
    return reply;
  }

  /** Ends what goes on without a request. */
  @Override
  public void close() {
    housekeeping.close();
    unassigned.close();
    deadlines.close();
    snoozed.close();
    jobs.close();
    live.close();
  }
}
