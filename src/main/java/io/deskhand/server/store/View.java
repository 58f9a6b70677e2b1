package io.deskhand.server.store;

import io.deskhand.model.Activity;
import io.deskhand.model.Issue;
import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;

/** The desk's data to read, valid while the reading or work that it was given to runs. */
public interface View {
  TicketReads tickets();

  MessageReads messages();

  HistoryReads history();

  StaffReads staff();

  CustomerReads customers();

  OrganizationReads organizations();

  DepartmentReads departments();

  CategoryReads categories();

  AccountReads accounts();

  SyncReads sync();

  JobReads jobs();

  SlaReads sla();

  IndexReads index();

  AttachmentReads attachments();

  DealReads deals();

  FollowUpReads<Activity> activities();

  FollowUpReads<Issue> issues();

  MetricReads metrics();

  EscalationReads escalations();

  RuleReads rules();

  SharedReads<SavedView> views();

  SharedReads<Macro> macros();

  WaitingReads waiting();

  SnoozeReads snoozed();
}
