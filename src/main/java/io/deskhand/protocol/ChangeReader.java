package io.deskhand.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row whose entity comes before its data, as they are written, without a tree: its data is
 * a node that holds the ticket, message, and so on. Refuses whatever else it meets.
 */
final class ChangeReader extends StdDeserializer<Change> {
  ChangeReader() {
    super(Change.class);
  }

  @Override
  public Change deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw unusual(in);
    }
    long seq = -1;
    EntityType entity = null;
    String id = null;
    Change.Op op = null;
    JsonNode data = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      boolean isNumber = in.nextToken() == JsonToken.VALUE_NUMBER_INT;
      switch (name) {
        case "seq" -> seq = isNumber ? in.getLongValue() : -1;
        case "entity" -> entity = context.readValue(in, EntityType.class);
        case "id" -> id = in.hasToken(JsonToken.VALUE_STRING) ? in.getText() : null;
        case "op" -> op = context.readValue(in, Change.Op.class);
        case "data" -> data = data(entity, in, context);
        default -> throw unusual(in);
      }
    }
    if (seq < 0 || entity == null || id == null || op == null) {
      throw unusual(in);
    }
    return new Change(seq, entity, id, op, data);
  }

  private static JsonNode data(
      @Nullable EntityType entity, JsonParser in, DeserializationContext context)
      throws IOException {
    Class<?> type = entity == null ? null : type(entity);
    if (type == null || !in.isExpectedStartObjectToken()) {
      return context.readTree(in);
    }
    return context.getNodeFactory().pojoNode(context.readValue(in, type));
  }

  private static @Nullable Class<?> type(EntityType entity) {
    return switch (entity) {
      case TICKET -> Ticket.class;
      case MESSAGE -> Message.class;
      case HISTORY -> HistoryEntry.class;
      case AGENT -> Agent.class;
      case DEPARTMENT -> Department.class;
      case CATEGORY -> Category.class;
      case ESCALATION, ACTIVITY, ISSUE, VIEW, MACRO, OTHER -> null;
    };
  }

  private static JsonMappingException unusual(JsonParser in) {
    return JsonMappingException.from(in, "not a row as it is usually written");
  }
}
