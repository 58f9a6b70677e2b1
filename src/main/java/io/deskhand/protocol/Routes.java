package io.deskhand.protocol;

/** The paths of the wire (contract sections 4 and 5), relative to the server's address. */
public final class Routes {
  public static final String LOGIN = "/auth/login";
  public static final String REFRESH = "/auth/refresh";
  public static final String LOGOUT = "/auth/logout";

  /** Makes the first admin, with the token that the server printed when it first started. */
  public static final String SETUP = "/auth/setup";

  public static final String SUPPORT = "/support";
  public static final String TICKETS = SUPPORT + "/tickets";
  public static final String STATS = TICKETS + "/stats";
  public static final String BULK = TICKETS + "/bulk";
  public static final String JOBS = SUPPORT + "/jobs";
  public static final String AGENTS = SUPPORT + "/agents";
  public static final String DEPARTMENTS = SUPPORT + "/departments";
  public static final String CATEGORIES = SUPPORT + "/categories";
  public static final String SLA_POLICIES = SUPPORT + "/sla-policies";
  public static final String CALENDARS = SUPPORT + "/calendars";
  public static final String ATTACHMENTS = SUPPORT + "/attachments";
  public static final String CUSTOMERS = SUPPORT + "/customers";
  public static final String ORGANIZATIONS = SUPPORT + "/organizations";
  public static final String DEALS = SUPPORT + "/deals";
  public static final String CHANGES = SUPPORT + "/changes";
  public static final String SNAPSHOT = SUPPORT + "/snapshot";
  public static final String CHECKSUM = SUPPORT + "/checksum";
  public static final String AGENT_STATS = SUPPORT + "/stats/agents";
  public static final String DEPARTMENT_STATS = SUPPORT + "/stats/departments";
  public static final String RULES = SUPPORT + "/rules";
  public static final String VIEWS = SUPPORT + "/views";
  public static final String MACROS = SUPPORT + "/macros";
  public static final String ESCALATIONS = SUPPORT + "/escalations";
  public static final String ACTIVITIES = SUPPORT + "/activities";
  public static final String ISSUES = SUPPORT + "/issues";
  public static final String TICKET_METRICS = SUPPORT + "/metrics";
  public static final String BACKUP = SUPPORT + "/backup";
  public static final String SLA_STATS = SUPPORT + "/stats/sla";
  public static final String LIVE = SUPPORT + "/live";
  public static final String HEALTH = "/health";

  /** Whether the server can do its work. */
  public static final String READY = HEALTH + "/ready";

  public static final String METRICS = "/metrics";
  public static final String OPENAPI = "/openapi.json";

  /** The same routes again, as seed 004 spells them. */
  public static final String API_SUPPORT = "/api/support";

  /** The same routes for leads and admins only. */
  public static final String ADMIN_SUPPORT = "/api/v1/admin/support";

  /** The routes of tickets once more, as seed 004 lists them. */
  public static final String PLAIN_TICKETS = "/tickets";

  /** The header of a write that makes its repeat harmless; its value is the intent's uuid. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** The header that says where a part of an upload begins, or how much of it is there. */
  public static final String UPLOAD_OFFSET = "Upload-Offset";

  private Routes() {}

  /** The path of one ticket. */
  public static String ticket(Object id) {
    return TICKETS + "/" + id;
  }

  /** The path of one file. */
  public static String attachment(Object id) {
    return ATTACHMENTS + "/" + id;
  }

  /** The path of one thing below a ticket: its messages, history, status, or a verb. */
  public static String ticket(Object id, String below) {
    return ticket(id) + "/" + below;
  }
}
