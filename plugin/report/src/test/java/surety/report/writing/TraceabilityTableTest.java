package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.report.ListedRequirement;
import surety.report.Run;
import surety.report.Runs;

class TraceabilityTableTest {
  private static List<String> lines(Run run) {
    return new TraceabilityTable().text(run).lines().toList();
  }

  @Test
  void eachRowHasWhatIsKnown() {
    List<String> lines =
        lines(
            Runs.listing(
                Runs.mixed(),
                new ListedRequirement("R1", "one"),
                new ListedRequirement("R5", "=five")));
    assertEquals(13, lines.size());
    assertEquals(
        "R1,one,yes,folder/f.sure,low,property,proved,0.125,0.25,< 0.5,c/s.low.cert,"
            + "ef".repeat(32)
            + ",1970-01-01T00:00:00Z",
        lines.get(1));
    assertEquals("R5,'=five,yes,,,,no property,,,,,,", lines.get(2));
    assertEquals(
        "R2,it is rarer,no,folder/f.sure,high,property,violated,0.25,0.25,< 0.1,c/s.high.cert,,"
            + "1970-01-01T00:00:00Z",
        lines.get(3));
    assertEquals(
        ",the title of broken,,folder/f.sure,broken,property,failed,,,<"
            + " 1/3,,,2026-01-02T03:04:08Z",
        lines.get(6));
  }

  @Test
  void withoutAListNothingIsListed() {
    assertEquals("R1,it is rare,,folder/f.sure", lines(Runs.mixed()).get(1).substring(0, 28));
  }

  @Test
  void noCellBecomesAFormula() throws IOException {
    String text =
        new TraceabilityTable()
            .text(
                Runs.listing(
                    Runs.hostile(),
                    new ListedRequirement("@R", "+1"),
                    new ListedRequirement("-", "=")));
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    List<String[]> rows = mapper.readerFor(String[].class).<String[]>readValues(text).readAll();
    assertEquals(8, rows.size());
    for (String[] row : rows) {
      assertEquals(13, row.length);
      for (String cell : row) {
        assertFalse(cell.matches("(?s)[=@\\t\\r].*|[+-](?![0-9.e-]+$).*"), cell);
        assertFalse(cell.indexOf('\u001b') >= 0 || cell.indexOf('\0') >= 0);
      }
    }
  }
}
