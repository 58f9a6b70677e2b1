package io.deskhand.sim;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.MessagePage;
import io.deskhand.sync.rest.AuthApi;
import io.deskhand.sync.rest.Call;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Refused;
import io.deskhand.sync.rest.Session;
import io.deskhand.sync.rest.SessionEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Customers, and the admin, who use the server without a console. */
final class Outsiders {
  private final SimServer server;
  private final Template template;
  private final SplittableRandom dice;
  private final Map<String, DeskApi> apis = new HashMap<>();

  Outsiders(SimServer server, Template template, SplittableRandom dice) {
    this.server = server;
    this.template = template;
    this.dice = dice;
  }

  /** Sends a request as {@code email}; empty where the server says no or is not there. */
  Optional<byte[]> ask(String email, String method, String path, Object body) {
    Call call = new Call(method, path, body, new UUID(dice.nextLong(), dice.nextLong()), null);
    List<byte[]> answer = new ArrayList<>();
    return tries(email, api -> answer.add(api.send(call)))
        ? Optional.of(answer.getFirst())
        : Optional.empty();
  }

  /** Something that is done as somebody. */
  interface Act {
    void with(DeskApi api) throws IOException;
  }

  /** Does something as {@code email}; whether the server is there and takes it. */
  boolean tries(String email, Act act) {
    if (!server.isUp()) {
      return false;
    }
    try {
      act.with(api(email));
      return true;
    } catch (Refused no) {
      return false;
    } catch (SessionEnded again) {
      signIn(email);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs the admin in anew if their session is lost. */
  void refresh() throws IOException {
    try {
      admin().stats();
    } catch (SessionEnded lost) {
      signIn(People.ADA.email());
    }
  }

  /** The whole conversation, oldest first; empty where there is none to see. */
  List<io.deskhand.model.Message> messages(UUID ticketId) throws IOException {
    List<io.deskhand.model.Message> all = new ArrayList<>();
    String cursor = null;
    do {
      MessagePage page = admin().messages(ticketId, cursor, 200);
      all.addAll(0, page.messages());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  /** The whole content of a file. */
  byte[] file(Attachment file) throws IOException {
    return admin().files().read(file.id(), 0, Math.toIntExact(file.size()) + 1);
  }

  /** The whole history, oldest first. */
  List<io.deskhand.model.HistoryEntry> history(UUID ticketId) throws IOException {
    List<io.deskhand.model.HistoryEntry> all = new ArrayList<>();
    String cursor = null;
    do {
      HistoryPage page = admin().history(ticketId, cursor, 200);
      all.addAll(0, page.history());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  /** What {@code email} may do; signs in anew where nothing is known of them. */
  DeskApi api(String email) {
    return apis.computeIfAbsent(
        email,
        who -> {
          String token = template.refreshToken(who);
          return token == null ? signedIn(who) : api(new Direct(server), token);
        });
  }

  private DeskApi admin() {
    return api(People.ADA.email());
  }

  private DeskApi api(Direct way, String token) {
    return new DeskApi(way, new Session(new AuthApi(way), server.clock(), token, renewed -> {}));
  }

  private void signIn(String email) {
    apis.put(email, signedIn(email));
  }

  private DeskApi signedIn(String email) {
    Direct way = new Direct(server);
    try {
      return api(way, new AuthApi(way).login(email, People.PASSWORD).refreshToken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
