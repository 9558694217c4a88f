package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|''|",
        "2|60 s|1e-6|\"threads\":2,\"timeout\":\"60 s\",\"gap\":\"1e-6\",",
        "two|''|''|\"threads\":\"two\",",
        "-1|''|x|\"threads\":\"-1\",\"gap\":\"x\",",
        "99999999999|''|''|\"threads\":\"99999999999\","
      })
  void asTheServerHearsOfThem(String threads, String timeout, String gap, String json) {
    assertEquals(
        "{\"surety\":{" + (json == null ? "" : json) + "\"verify\":\"onSave\"}}",
        Settings.message(threads, timeout, gap, "onSave").getSettings().toString());
  }

  /** What is not known must not start searches that nobody asked for. */
  @ParameterizedTest
  @CsvSource({
    "'', onCommand",
    "onCommand, onCommand",
    "onSave, onSave",
    "onChange, onChange",
    "always, onCommand",
    "onsave, onCommand"
  })
  void whenToVerify(String chosen, String said) {
    assertEquals(
        "{\"surety\":{\"verify\":\"" + said + "\"}}",
        Settings.message("", "", "", chosen).getSettings().toString());
  }
}
