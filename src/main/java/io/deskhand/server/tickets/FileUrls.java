package io.deskhand.server.tickets;

import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Routes;
import io.deskhand.server.web.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that a new ticket names by their addresses. Only the desk's own are taken, and by their
 * path: the server fetches nothing from anywhere, or whoever writes a ticket could make it ask
 * machines that only it can reach.
 */
final class FileUrls {
  private static final Pattern OWN =
      Pattern.compile(
          "(?:%s|%s|%s)%s/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})"
              .formatted(
                  Routes.SUPPORT,
                  Routes.API_SUPPORT,
                  Routes.ADMIN_SUPPORT,
                  Routes.ATTACHMENTS.substring(Routes.SUPPORT.length())));

  private FileUrls() {}

  /**
   * The ids of all files of {@code request}; null if it has none.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} for any address
   *     that is not the path of an attachment here
   */
  static @Nullable List<UUID> ids(CreateTicket request) {
    List<String> urls = request.attachments();
    if (urls == null) {
      return request.attachmentIds();
    }
    List<UUID> ids =
        new ArrayList<>(Objects.requireNonNullElse(request.attachmentIds(), List.of()));
    for (int i = 0; i < urls.size(); i++) {
      Matcher own = OWN.matcher(Objects.requireNonNullElse(urls.get(i), ""));
      if (!own.matches()) {
        throw Problems.invalid(
            "attachments[" + i + "]",
            "only files of this desk, as %s: upload it first".formatted(Routes.attachment("{id}")));
      }
      ids.add(UUID.fromString(own.group(1)));
    }
    return ids;
  }
}
