package surety.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What a server told of states, put together as a client does: it may tell only what changed. */
final class ToldStates {
  private final Map<String, JsonNode> told = new HashMap<>();

  /** The same message, with all properties if it tells of states; other messages as they are. */
  JsonNode complete(JsonNode message) {
    if (!message.path("method").asText().equals("surety/verification")) {
      return message;
    }
    ObjectNode status = (ObjectNode) message.path("params");
    String uri = status.path("uri").asText();
    if (!status.path("complete").asBoolean()) {
      ArrayNode changed = (ArrayNode) status.path("properties");
      ArrayNode all = status.putArray("properties");
      for (JsonNode before : told.get(uri).path("properties")) {
        JsonNode now = before;
        for (JsonNode one : changed) {
          now = one.path("name").equals(before.path("name")) ? one : now;
        }
        all.add(now);
      }
    }
    told.put(uri, status);
    return message;
  }
}
