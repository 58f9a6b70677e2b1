package io.deskhand.sync.rest;

import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.protocol.TicketStats;
import io.deskhand.sync.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's routes, for somebody who is signed in. Blocks; thread-safe. Every call throws {@link
 * Refused} for the server's no, {@link SessionEnded} when the session is over, {@link NotDeskhand}
 * or another {@link IOException} when nothing sensible comes back.
 */
public final class DeskApi implements AutoCloseable {
  private final Http http;
  private final Session session;

  public DeskApi(URI server, Duration callTimeout, ServerTrust trust, Session session) {
    this(new OkHttpTransport(server, callTimeout, trust), session);
  }

  /** Over {@code transport}, which it closes in the end. */
  public DeskApi(Transport transport, Session session) {
    this.http = new Http(transport);
    this.session = session;
  }

  /** A page of the session's stream after {@code since}. */
  public ChangePage changes(long since, int limit, UUID epoch, long scopeVersion)
      throws IOException {
    String query =
        "?since=%d&limit=%d&epoch=%s&scopeVersion=%d".formatted(since, limit, epoch, scopeVersion);
    return Http.readRows(
        authorized("GET", Routes.CHANGES + query, Map.of(), null), ChangePage.class);
  }

  /** A page of a snapshot; the first one where {@code cursor} is null. */
  public SnapshotPage snapshot(@Nullable String cursor, int limit) throws IOException {
    return Http.readRows(
        authorized("GET", Routes.SNAPSHOT + page(cursor, limit), Map.of(), null),
        SnapshotPage.class);
  }

  /** What the tickets of this session add up to; refused for a copy of another epoch or scope. */
  public ScopeChecksum checksum(UUID epoch, long scopeVersion) throws IOException {
    return get(
        Routes.CHECKSUM + "?epoch=%s&scopeVersion=%d".formatted(epoch, scopeVersion),
        ScopeChecksum.class);
  }

  /** A page of a conversation; the newest one where {@code cursor} is null. */
  public MessagePage messages(UUID ticketId, @Nullable String cursor, int limit)
      throws IOException {
    return get(Routes.ticket(ticketId, "messages") + page(cursor, limit), MessagePage.class);
  }

  /** A page of a ticket's history; the newest one where {@code cursor} is null. */
  public HistoryPage history(UUID ticketId, @Nullable String cursor, int limit) throws IOException {
    return get(Routes.ticket(ticketId, "history") + page(cursor, limit), HistoryPage.class);
  }

  public TicketStats stats() throws IOException {
    return get(Routes.STATS, TicketStats.class);
  }

  public Job job(UUID id) throws IOException {
    return get(Routes.JOBS + "/" + id, Job.class);
  }

  public Job undo(UUID id, UUID key) throws IOException {
    return job(new Call("POST", Routes.JOBS + "/" + id + "/undo", Json.object(), key, null));
  }

  public Job cancel(UUID id, UUID key) throws IOException {
    return job(new Call("POST", Routes.JOBS + "/" + id + "/cancel", Json.object(), key, null));
  }

  /** Starts a job. */
  public Job job(Call call) throws IOException {
    return Http.read(send(call), JobAccepted.class).job();
  }

  /** Writes something; the answer as it came. */
  public byte[] send(Call call) throws IOException {
    Map<String, String> headers = new HashMap<>();
    if (call.key() != null) {
      headers.put(Routes.IDEMPOTENCY_KEY, call.key().toString());
    }
    if (call.ifMatch() != null) {
      headers.put("If-Match", "\"" + call.ifMatch() + "\"");
    }
    return authorized(call.method(), call.path(), headers, call.body());
  }

  /** The routes of files, for the same person. */
  public FileApi files() {
    return new FileApi(this);
  }

  /** Drops idle connections, after a sleep or a change of networks. */
  public void evict() {
    http.evict();
  }

  @Override
  public void close() {
    http.close();
  }

  private <T> T get(String path, Class<T> type) throws IOException {
    return Http.read(authorized("GET", path, Map.of(), null), type);
  }

  byte[] authorized(String method, String path, Map<String, String> headers, @Nullable Object body)
      throws IOException {
    String token = session.token();
    try {
      return http.send(method, path, signed(headers, token), body);
    } catch (Refused e) {
      if (e.code() != ErrorCode.TOKEN_EXPIRED && e.code() != ErrorCode.UNAUTHENTICATED) {
        throw e;
      }
    }
    return http.send(method, path, signed(headers, session.insteadOf(token)), body);
  }

  private static Map<String, String> signed(Map<String, String> headers, String token) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + token);
    return all;
  }

  private static String page(@Nullable String cursor, int limit) {
    String query = "?limit=" + limit;
    return cursor == null
        ? query
        : query + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }
}
