package io.deskhand.server.store;

import io.deskhand.model.Activity;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ids;
import io.deskhand.model.Issue;
import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One business transaction inside a group. */
final class LedgerTx extends HandleView implements Tx {
  private static final String STEP = "step";
  private final Changes changes = new Changes();
  private final List<Notice> notices = new ArrayList<>();
  private final WriterMemory memory;
  private final Instant now;
  private final Ids ids;
  private final UUID server;
  private String event = Events.DESK_CHANGED;
  private @Nullable UUID ticketId;
  private @Nullable UUID actor;
  private int depth = 0;
  private boolean restartsLog = false;

  /**
   * @param memory of the only thread that writes
   */
  LedgerTx(Handle handle, WriterMemory memory, Instant now, Ids ids, UUID server) {
    super(handle);
    this.memory = memory;
    this.now = now;
    this.ids = ids;
    this.server = server;
  }

  @Override
  public TicketWrites tickets() {
    return new LoggedTickets(handle, changes, memory, now);
  }

  @Override
  public MessageWrites messages() {
    return new LoggedMessages(handle, changes);
  }

  @Override
  public HistoryWrites history() {
    return new LoggedHistory(handle, changes, memory);
  }

  @Override
  public StaffWrites staff() {
    return new LoggedStaff(handle, changes, departments());
  }

  @Override
  public CustomerWrites customers() {
    return new SqlCustomers(handle);
  }

  @Override
  public DepartmentWrites departments() {
    return new LoggedDepartments(handle, changes);
  }

  @Override
  public CategoryWrites categories() {
    return new LoggedCategories(handle, changes);
  }

  @Override
  public JobWrites jobs() {
    return new SqlJobs(handle);
  }

  @Override
  public OrganizationWrites organizations() {
    return new SqlOrganizations(handle);
  }

  @Override
  public DealWrites deals() {
    return new SqlDeals(handle);
  }

  @Override
  public AttachmentWrites attachments() {
    return new SqlAttachments(handle);
  }

  @Override
  public FollowUpWrites<Activity> activities() {
    return new LoggedFollowUps<>(handle, changes, FollowUpRows.ACTIVITIES);
  }

  @Override
  public FollowUpWrites<Issue> issues() {
    return new LoggedFollowUps<>(handle, changes, FollowUpRows.ISSUES);
  }

  @Override
  public MetricWrites metrics() {
    return new SqlMetrics(handle);
  }

  @Override
  public EscalationWrites escalations() {
    return new LoggedEscalations(handle, changes);
  }

  @Override
  public RuleWrites rules() {
    return new RememberedRules(handle, memory);
  }

  @Override
  public SharedWrites<SavedView> views() {
    return new LoggedShared<>(handle, changes, SharedRows.VIEWS);
  }

  @Override
  public SharedWrites<Macro> macros() {
    return new LoggedShared<>(handle, changes, SharedRows.MACROS);
  }

  @Override
  public WaitingTickets waiting() {
    return new SqlWaiting(handle);
  }

  @Override
  public SnoozedTickets snoozed() {
    return new SqlSnoozed(handle);
  }

  @Override
  public SlaWrites sla() {
    return new RememberedSla(handle, memory);
  }

  @Override
  public RefreshTokens refreshTokens() {
    return new SqlRefreshTokens(handle);
  }

  @Override
  public Answers answers() {
    return new SqlAnswers(handle, now);
  }

  @Override
  public Leases leases() {
    return new SqlLeases(handle, server, now);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return ids.next();
  }

  @Override
  public void event(String name, @Nullable UUID ticket, @Nullable UUID by) {
    this.event = name;
    this.ticketId = ticket;
    this.actor = by;
  }

  @Override
  public void notify(UUID personId, Notification notification) {
    notices.add(new Notice(personId, notification));
  }

  @Override
  public void load(Consumer<Import> source) {
    JdbcImport target = new JdbcImport(handle, now);
    source.accept(target);
    target.recount();
    memory.forget();
    restartsLog = true;
  }

  /** Whether the log does not tell what this transaction did. */
  boolean restartsLog() {
    return restartsLog;
  }

  @Override
  public <T> T attempt(Supplier<T> step) {
    return inSavepoint(step, true);
  }

  @Override
  public <T> T rehearse(Supplier<T> step) {
    return inSavepoint(step, false);
  }

  private <T> T inSavepoint(Supplier<T> step, boolean keep) {
    String savepoint = STEP + depth;
    Changes.Snapshot changed = changes.snapshot();
    int told = notices.size();
    boolean kept = false;
    // Never released: the next one of the name takes its place, without another statement.
    handle.savepoint(savepoint);
    depth++;
    try {
      T result = step.get();
      kept = keep;
      return result;
    } finally {
      depth--;
      if (!kept) {
        handle.rollbackToSavepoint(savepoint);
        changes.restore(changed);
        memory.forget();
        notices.subList(told, notices.size()).clear();
      }
    }
  }

  /** What it changed; empty of rows if nothing. */
  Outcome outcome(long head) {
    List<LogRow> rows = changes.rows(head);
    return new Outcome(rows, changes.history(), event, ticketId, actor, List.copyOf(notices));
  }

  /** What a transaction changed, before it is durable. */
  record Outcome(
      List<LogRow> rows,
      List<HistoryEntry> history,
      String event,
      @Nullable UUID ticketId,
      @Nullable UUID actor,
      List<Notice> notices) {
    Commit commit() {
      return new Commit(rows.getLast().tx(), event, rows, ticketId, actor, notices);
    }
  }
}
