package surety.language.ide.verification;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.translation.Durations;
import surety.language.translation.ThreadCounts;
import surety.language.verification.Trigger;
import surety.language.verification.VerificationSettings;

/** Reads what the user prefers. What is not given stays as it is without preferences. */
final class SettingsReader {
  /** Preferences that cannot be kept, in words for the user. */
  static final class WrongSetting extends Exception {
    private static final long serialVersionUID = 1;

    WrongSetting(String message) {
      super(message);
    }
  }

  private static final Map<String, Trigger> TRIGGERS =
      Map.of(
          "onCommand", Trigger.ON_COMMAND,
          "onSave", Trigger.ON_SAVE,
          "onChange", Trigger.ON_CHANGE);

  private SettingsReader() {}

  /**
   * The settings in {@code {"surety": {"threads": 1, "timeout": "60 s", "gap": "1e-6", "verify":
   * "onSave"}}}.
   *
   * @param settings what the editor sent, perhaps nothing
   * @throws WrongSetting for the first that is wrong
   */
  static VerificationSettings read(Object settings) throws WrongSetting {
    VerificationSettings defaults = VerificationSettings.defaults();
    if (!(settings instanceof JsonObject all) || !all.has("surety")) {
      return defaults;
    }
    if (!(all.get("surety") instanceof JsonObject ours)) {
      throw new WrongSetting("the settings of Surety are not an object with members");
    }
    try {
      return new VerificationSettings(
          threads(ours).orElse(defaults.threads()),
          timeout(ours).orElse(defaults.timeout()),
          gap(ours).orElse(defaults.gap()),
          trigger(ours).orElse(defaults.trigger()));
    } catch (IllegalArgumentException e) {
      throw new WrongSetting(e.getMessage());
    }
  }

  private static Optional<String> text(JsonObject settings, String name) throws WrongSetting {
    JsonElement value = settings.get(name);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
      String text = primitive.getAsString().strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    throw new WrongSetting("surety." + name + " is " + value + ", not a number or a text");
  }

  private static Optional<Integer> threads(JsonObject settings) throws WrongSetting {
    Optional<String> text = text(settings, "threads");
    Optional<Integer> threads;
    try {
      threads = text.map(Integer::parseInt);
    } catch (NumberFormatException e) {
      threads = Optional.of(0);
    }
    if (threads.isPresent() && (threads.get() < 1 || threads.get() > ThreadCounts.MOST)) {
      throw new WrongSetting(
          "surety.threads is '"
              + text.get()
              + "', not a whole number from 1 to "
              + ThreadCounts.MOST);
    }
    return threads;
  }

  private static Optional<Duration> timeout(JsonObject settings) throws WrongSetting {
    Optional<String> text = text(settings, "timeout");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Durations.parse(text.get())
            .orElseThrow(
                () ->
                    new WrongSetting(
                        "surety.timeout is '" + text.get() + "', not a time such as '60 s'")));
  }

  private static Optional<Trigger> trigger(JsonObject settings) throws WrongSetting {
    Optional<String> text = text(settings, "verify");
    Optional<Trigger> trigger = text.map(TRIGGERS::get);
    if (text.isPresent() && trigger.isEmpty()) {
      throw new WrongSetting(
          "surety.verify is '" + text.get() + "', not onCommand, onSave or onChange");
    }
    return trigger;
  }

  private static Optional<Double> gap(JsonObject settings) throws WrongSetting {
    Optional<String> text = text(settings, "gap");
    try {
      return text.map(Rational::parse).map(Rational::doubleFloor);
    } catch (NumberFormatException e) {
      throw new WrongSetting("surety.gap is '" + text.get() + "', not a number such as '1e-6'");
    }
  }
}
