package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.report.Outcomes;
import surety.report.Runs;

class SummaryReportTest {
  @Test
  void theWorstStandsFirst() {
    List<String> lines =
        new SummaryReport()
            .text(
                Runs.of(
                    Outcomes.titled(Outcomes.property("low", "0.5", 0.125, 0.25), "R1: one"),
                    Outcomes.withBoxes("high")))
            .lines()
            .toList();
    assertEquals("## Surety: One requirement is violated", lines.get(0));
    assertEquals("1 violated, 1 proved.", lines.get(2));
    assertEquals(
        "| \u274c **violated** | high<br>`f.sure` | The probability is at least 25 %, but has to be"
            + " below 10 %. |",
        lines.get(6));
    assertEquals(
        "| \u2705 **holds** | R1, low<br>`f.sure` | The probability is at most 25 %; it has to be"
            + " below 50 %. |",
        lines.get(7));
    assertTrue(lines.get(9).startsWith("Surety `1.0`, 2026-01-02T03:04:08Z"), lines.get(9));
  }

  @Test
  void whatOthersWroteStaysInItsCell() {
    List<String> lines = new SummaryReport().text(Runs.hostile()).lines().toList();
    List<String> table = lines.stream().filter(line -> line.startsWith("|")).toList();
    assertEquals(2 + 6, table.size());
    for (String row : table.subList(2, table.size())) {
      assertEquals(4, row.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count(), row);
      assertFalse(row.matches(".*[^\\\\]<(?!br>|b>&).*"), row);
    }
    assertFalse(lines.stream().anyMatch(line -> line.indexOf('\u001b') >= 0));
    assertEquals(2 + 2 + 1 + 8 + 1, lines.size());
  }
}
