package io.deskhand.protocol;

/** The names of the live socket's frames (contract section 5). */
public final class Events {
  // From the client.
  public static final String AUTHENTICATE = "authenticate";
  public static final String SUBSCRIBE_TICKETS = "subscribe_tickets";
  public static final String JOIN_TICKET_ROOM = "join_ticket_room";
  public static final String LEAVE_TICKET_ROOM = "leave_ticket_room";
  public static final String SEND_MESSAGE = "send_message";
  public static final String TYPING_START = "typing_start";
  public static final String TYPING_STOP = "typing_stop";
  public static final String MARK_READ = "mark_read";

  // From the server: one per transaction, its data a LiveChange.
  public static final String NEW_TICKET = "new_ticket";
  public static final String TICKET_UPDATED = "ticket_updated";
  public static final String TICKET_ASSIGNED = "ticket_assigned";
  public static final String TICKET_ESCALATED = "ticket_escalated";
  public static final String TICKET_REMOVED = "ticket_removed";
  public static final String NEW_MESSAGE = "new_message";
  public static final String MESSAGE_READ = "message_read";
  public static final String AGENT_STATUS_CHANGED = "agent_status_changed";

  /** A transaction whose rows no other event names: a department, a category, an agent's load. */
  public static final String DESK_CHANGED = "desk_changed";

  // From the server: of the moment, not part of the stream.
  public static final String READY = "ready";
  public static final String HEARTBEAT = "heartbeat";
  public static final String TYPING_INDICATOR = "typing_indicator";
  public static final String VIEWERS = "viewers";
  public static final String NOTIFICATION = "notification";
  public static final String ERROR = "error";

  /** The answer to a frame that has a ref and went well, where no other frame is the answer. */
  public static final String ACK = "ack";

  private Events() {}
}
