package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;

class SampleTableTest {
  @Test
  void theFirstLineIsHeaderIfNoFieldIsNumber() throws CsvException {
    SampleTable.Columns named = SampleTable.columns("s", "\n\uFEFFa, b c \n1,2\n");
    assertEquals(List.of("a", "b c"), named.names());
    assertEquals(2, named.count());
    for (String first : List.of("a,1", "a,", "a,nan", "1,2")) {
      assertEquals(List.of(), SampleTable.columns("s", first + "\n1,2\n").names(), first);
    }
  }

  @Test
  void takesColumnsInTheOrderThatIsAskedFor() throws CsvException {
    String text = "a,b,c\n1,x,3\n4,,6\n";
    assertEquals(
        List.of(List.of(Rational.of(3), Rational.of(1)), List.of(Rational.of(6), Rational.of(4))),
        SampleTable.parse("s", text, List.of(2, 0)).rows());
    assertThrows(CsvException.class, () -> SampleTable.parse("s", text));
  }

  @Test
  void aHeaderAloneIsNoTable() {
    for (String text : List.of("", "a,b", "\n\n")) {
      CsvException refused =
          assertThrows(CsvException.class, () -> SampleTable.parse("s.csv", text));
      assertTrue(refused.getMessage().startsWith("sample file 's.csv' has no rows"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a;b~1;2~           | line 1: columns are separated by commas, not by ';',",
        "1;2~               | line 1: columns are separated by commas, not by ';',",
        "1,5;2,5~1,5;3,5~   | line 1: columns are separated by commas, not by ';',",
        "a,b~1;2,3~         | line 2: columns are separated by commas, not by ';',",
        "1\t2~              | line 1: columns are separated by commas, not by tabs,",
        "# of May~1,2~      | line 1 begins with '#', and comments are not understood here;",
        "a,b~1,2~# end~     | line 3 begins with '#', and comments are not understood here;",
        "a,b~#1,2~          | line 2 begins with '#', and comments are not understood here;",
      })
  void whatIsWrittenLikeThatElsewhereIsNamed(String text, String message) {
    CsvException refused =
        assertThrows(CsvException.class, () -> SampleTable.parse("s.csv", text.replace('~', '\n')));
    assertTrue(
        refused.getMessage().startsWith("sample file 's.csv', " + message), refused::getMessage);
  }

  /** As some programs write it. */
  @Test
  void aHeaderMayBeginLikeAComment() throws CsvException {
    assertEquals(1, SampleTable.parse("s", "# a, b\n1,2\n").rows().size());
  }

  /** What stands in other columns does not matter. */
  @Test
  void textsMayHaveSemicolons() throws CsvException {
    assertEquals(1, SampleTable.parse("s", "a,b\n1,x;y\n", List.of(0)).rows().size());
  }

  @Test
  void linesBelowAHeaderAreAsWideAsIt() {
    CsvException refused =
        assertThrows(
            CsvException.class, () -> SampleTable.parse("s.csv", "a,b\n1,2,3\n", List.of(0)));
    assertTrue(refused.getMessage().contains("line 2 has 3 of the 2 columns"));
  }
}
