package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceabilityTest {
  private static String words(TraceabilityRow row) {
    return row.id().orElse("-")
        + (row.isListed() ? "" : "?")
        + " "
        + row.property().map(TraceabilityRow.Traced::name).orElse("-");
  }

  private static List<String> words(Run run) {
    return Traceability.of(run).stream().map(TraceabilityTest::words).toList();
  }

  @Test
  void withoutAListPropertiesStandInTheirOrderAndNamelessOnesLast() {
    assertEquals(
        List.of(
            "R1 low",
            "R2 high",
            "R2 open",
            "- late",
            "- broken",
            "- rate",
            "- mean",
            "- far",
            "- never",
            "- cdf",
            "- lost"),
        words(Runs.mixed()));
  }

  @Test
  void aListSaysTheOrderAndWhatIsMissing() {
    Run run =
        Runs.listing(
            Runs.of(
                Outcomes.titled(Outcomes.notBegun("a"), "R9: nine"),
                Outcomes.titled(Outcomes.notBegun("b"), "R2: of the property"),
                Outcomes.titled(Outcomes.notBegun("c"), "r1: small"),
                Outcomes.titled(Outcomes.notBegun("d"), "R2: again")),
            new ListedRequirement("R1", "one"),
            new ListedRequirement("R2", "two"),
            new ListedRequirement("R3", "three"));
    assertEquals(List.of("R1 -", "R2 b", "R2 d", "R3 -", "R9? a", "r1? c"), words(run));
    List<TraceabilityRow> rows = Traceability.of(run);
    assertEquals("one", rows.get(0).title());
    assertEquals("two", rows.get(1).title());
    assertEquals("nine", rows.get(4).title());
  }

  /** A property that was not asked for is no missing one. */
  @Test
  void whatARunWasNotAskedForIsNotMissing() {
    Run run =
        Runs.unasked(
            Runs.listing(
                Runs.of(Outcomes.titled(Outcomes.notBegun("a"), "R1: one")),
                new ListedRequirement("R1", "one"),
                new ListedRequirement("R2", "two"),
                new ListedRequirement("R3", "three")),
            "R1",
            "R2");
    List<TraceabilityRow> rows = Traceability.of(run);
    assertEquals(List.of("R1 a", "R2 -", "R3 -"), words(run));
    assertEquals("not in this run", rows.get(1).absence());
    assertEquals("no property", rows.get(2).absence());
    assertEquals(
        List.of(false, false, true), rows.stream().map(TraceabilityRow::isUncovered).toList());
  }

  @Test
  void anEmptyListLeavesNothingListed() {
    Run run = Runs.listing(Runs.of(Outcomes.titled(Outcomes.notBegun("a"), "R9: nine")));
    assertEquals(List.of("R9? a"), words(run));
  }

  @Test
  void aRowHasBoundsLimitAndDigest() {
    TraceabilityRow.Traced low = Traceability.of(Runs.mixed()).get(0).property().orElseThrow();
    assertEquals(Optional.of("[0.125, 0.25]"), low.bounds());
    assertEquals(Optional.of("< 0.5"), low.limit());
    assertEquals(Optional.of("ef".repeat(32)), low.certificateDigest());
    TraceabilityRow.Traced late = Traceability.of(Runs.mixed()).get(3).property().orElseThrow();
    assertTrue(late.bounds().isEmpty() && late.certificateDigest().isEmpty());
    assertEquals(Runs.mixed().finished(), late.date());
  }
}
