package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.verification.Trigger;
import surety.language.verification.VerificationSettings;

class SettingsReaderTest {
  private static final VerificationSettings DEFAULTS = VerificationSettings.defaults();

  private static VerificationSettings read(String json) throws SettingsReader.WrongSetting {
    return SettingsReader.read(JsonParser.parseString(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "{}",
        "{\"other\": {\"threads\": -1}}",
        "{\"surety\": {}}",
        "{\"surety\": {\"trace\": {\"server\": \"off\"}}}",
        "{\"surety\": {\"threads\": null, \"timeout\": \"\", \"gap\": \" \"}}",
      })
  void whatIsNotGivenIsAsWithoutPreferences(String json) throws SettingsReader.WrongSetting {
    assertEquals(DEFAULTS, read(json));
  }

  @Test
  void nothingAtAllIsNoPreference() throws SettingsReader.WrongSetting {
    assertEquals(DEFAULTS, SettingsReader.read(null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3; '60 s'; 1e-6; 60; 1e-6",
        "\"3\"; 60; '1e-6'; 60; 1e-6",
        "\" 3 \"; '1.5 min'; '1/1000000'; 90; 1e-6",
        "3; '60s'; 0; 60; 0",
        "3; 2.0; 1; 2; 1",
      })
  void numbersAndTexts(String threads, String timeout, String gap, long seconds, double expected)
      throws SettingsReader.WrongSetting {
    String json =
        "{\"surety\": {\"threads\": %s, \"timeout\": \"%s\", \"gap\": \"%s\"}}"
            .formatted(threads, timeout, gap);
    VerificationSettings settings = read(json);
    assertEquals(3, settings.threads());
    assertEquals(Duration.ofSeconds(seconds), settings.timeout());
    assertEquals(expected, settings.gap(), 1e-12);
    assertTrue(settings.gap() <= expected);
  }

  @ParameterizedTest
  @CsvSource({
    "threads, 0",
    "threads, -1",
    "threads, 1025",
    "threads, 2000000000",
    "threads, 1e9",
    "threads, 99999999999",
    "threads, 1.5",
    "threads, true",
    "threads, '\"many\"'",
    "threads, []",
    "timeout, 0",
    "timeout, -1",
    "timeout, '\"soon\"'",
    "timeout, '\"60 years\"'",
    "timeout, '\"60 S\"'",
    "timeout, '\"1.2.3 s\"'",
    "timeout, '\". s\"'",
    "timeout, '\"10001 h\"'",
    "timeout, '{}'",
    "timeout, false",
    "gap, 1.1",
    "gap, -1e-9",
    "gap, '\"tiny\"'",
    "gap, '\"1/0\"'",
    "gap, '\"NaN\"'",
    "gap, '\"1e10000\"'",
    "gap, '\"1e99999999999\"'",
    "gap, '[1]'",
    "verify, true",
    "verify, '\"onsave\"'",
    "verify, '\"always\"'",
    "verify, 1",
    "verify, '[]'",
  })
  void whatCannotBeKeptIsRefusedInWords(String name, String value) {
    JsonObject ours = new JsonObject();
    ours.add(name, JsonParser.parseString(value));
    JsonObject all = new JsonObject();
    all.add("surety", ours);
    SettingsReader.WrongSetting wrong =
        assertThrows(SettingsReader.WrongSetting.class, () -> SettingsReader.read(all));
    assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "onCommand, ON_COMMAND",
    "' onSave ', ON_SAVE",
    "onChange, ON_CHANGE",
    "'', ON_COMMAND"
  })
  void documentsAreVerifiedWhenTheUserLikes(String word, Trigger trigger)
      throws SettingsReader.WrongSetting {
    assertEquals(trigger, read("{\"surety\": {\"verify\": \"" + word + "\"}}").trigger());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"a\"", "[]", "null"})
  void theSettingsAreAnObject(String value) {
    SettingsReader.WrongSetting wrong =
        assertThrows(SettingsReader.WrongSetting.class, () -> read("{\"surety\": " + value + "}"));
    assertTrue(wrong.getMessage().contains("not an object"), wrong.getMessage());
  }
}
