package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1-1",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "-",
        "--1",
        "+a",
        "-1e",
        "1=1=",
        "\r=1",
        "\n=1",
        "-1 -1",
        "\uff1d1",
        "-.5",
        "-0x1",
        "-1,5"
      })
  void whatCouldBeAFormulaBecomesText(String words) {
    String cell = CsvText.cell(words);
    boolean isHarmless = Character.isDigit(words.charAt(0));
    String inside = cell.startsWith("\"") ? cell.substring(1) : cell;
    assertEquals(isHarmless, !inside.startsWith("'"), cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "-0.5", "+3", "-1.5e-350", "1e-9", "0", "a=b", "< 0.01", "", "(=1)"})
  void numbersAndOtherWordsStayWhatTheyAre(String words) {
    assertEquals(words, CsvText.cell(words));
  }

  @Test
  void separatorsAndQuotationMarksAreQuoted() {
    assertEquals(
        "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n", CsvText.line(List.of("a", "b,c", "d\"e", "f\ng")));
  }

  @Test
  void aReaderGetsWhatWasWritten() throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    String letters = "ab \",\r\n'\u00e9;|";
    for (int i = 0; i < 300; i++) {
      List<String> cells =
          random
              .ints(3)
              .mapToObj(
                  n -> {
                    StringBuilder word = new StringBuilder("w");
                    for (int k = 0; k < Math.floorMod(n, 8); k++) {
                      word.append(letters.charAt(random.nextInt(letters.length())));
                    }
                    return word.toString();
                  })
              .toList();
      try (MappingIterator<String[]> lines =
          mapper.readerFor(String[].class).readValues(CsvText.line(cells))) {
        assertEquals(cells, List.of(lines.nextValue()));
        assertEquals(false, lines.hasNextValue());
      }
    }
  }
}
