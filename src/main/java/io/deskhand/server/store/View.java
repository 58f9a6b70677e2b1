package io.deskhand.server.store;

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

  StatsReads stats();

  AttachmentReads attachments();
}
