package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R1: it is rare          | R1          | it is rare",
        "SYS-REQ-0.4/b: it: rare | SYS-REQ-0.4/b | it: rare",
        "'  R1 :  it is rare '   | R1          | it is rare",
        "\u00c4nderung: neu      | \u00c4nderung | neu",
      })
  void whatStandsBeforeTheColonIsTheIdentifier(String title, String id, String words) {
    assertEquals(new RequirementTitle(Optional.of(id), words), RequirementTitle.of(title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"it is rare", "a score: it is rare", ": it is rare", "R1:it", "12:30 is late", ""})
  void withABlankOrWithoutTextThereIsNone(String title) {
    assertEquals(new RequirementTitle(Optional.empty(), title), RequirementTitle.of(title));
  }

  @Test
  void aPropertyMayHaveNoTitle() {
    Outcome none = Outcomes.titled(Outcomes.notBegun("p"), "");
    assertEquals(
        new RequirementTitle(Optional.empty(), ""), RequirementTitle.of(none.obligation()));
  }
}
