package surety.eclipse.states;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import surety.language.ide.protocol.PropertyStatus;

/** States as they come from the server; what is left out is not there. */
public final class Received {
  private static final Gson GSON = new Gson();

  private final JsonObject parts = new JsonObject();

  /** One of this name. */
  public Received(String name) {
    parts.addProperty("name", name);
    parts.addProperty("kind", "property");
  }

  /** With a part more, or nothing more if it is null. */
  public Received with(String part, Object value) {
    parts.add(part, GSON.toJsonTree(value));
    return this;
  }

  /** All of it. */
  public PropertyStatus status() {
    return GSON.fromJson(parts, PropertyStatus.class);
  }
}
