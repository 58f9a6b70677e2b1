package io.deskhand.server.store;

import io.deskhand.model.Activity;
import io.deskhand.model.Issue;
import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;
import org.jdbi.v3.core.Handle;

/** The desk over one database connection. */
class HandleView implements View {
  final Handle handle;

  HandleView(Handle handle) {
    this.handle = handle;
  }

  @Override
  public TicketReads tickets() {
    return new SqlTickets(handle);
  }

  @Override
  public MessageReads messages() {
    return new SqlMessages(handle);
  }

  @Override
  public HistoryReads history() {
    return new SqlHistory(handle);
  }

  @Override
  public StaffReads staff() {
    return new SqlStaff(handle);
  }

  @Override
  public CustomerReads customers() {
    return new SqlCustomers(handle);
  }

  @Override
  public OrganizationReads organizations() {
    return new SqlOrganizations(handle);
  }

  @Override
  public DepartmentReads departments() {
    return new SqlDepartments(handle);
  }

  @Override
  public CategoryReads categories() {
    return new SqlCategories(handle);
  }

  @Override
  public AccountReads accounts() {
    return new SqlAccounts(handle);
  }

  @Override
  public SyncReads sync() {
    return new SqlSync(handle);
  }

  @Override
  public JobReads jobs() {
    return new SqlJobs(handle);
  }

  @Override
  public SlaReads sla() {
    return new SqlSla(handle);
  }

  @Override
  public IndexReads index() {
    return new SqlIndex(handle);
  }

  @Override
  public DealReads deals() {
    return new SqlDeals(handle);
  }

  @Override
  public AttachmentReads attachments() {
    return new SqlAttachments(handle);
  }

  @Override
  public FollowUpReads<Activity> activities() {
    return new SqlFollowUps<>(handle, FollowUpRows.ACTIVITIES);
  }

  @Override
  public FollowUpReads<Issue> issues() {
    return new SqlFollowUps<>(handle, FollowUpRows.ISSUES);
  }

  @Override
  public MetricReads metrics() {
    return new SqlMetrics(handle);
  }

  @Override
  public EscalationReads escalations() {
    return new SqlEscalations(handle);
  }

  @Override
  public RuleReads rules() {
    return new SqlRules(handle);
  }

  @Override
  public SharedReads<SavedView> views() {
    return new SqlShared<>(handle, SharedRows.VIEWS);
  }

  @Override
  public SharedReads<Macro> macros() {
    return new SqlShared<>(handle, SharedRows.MACROS);
  }

  @Override
  public WaitingReads waiting() {
    return new SqlWaiting(handle);
  }

  @Override
  public SnoozeReads snoozed() {
    return new SqlSnoozed(handle);
  }
}
