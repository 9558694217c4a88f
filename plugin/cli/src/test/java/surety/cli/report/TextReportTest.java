package surety.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.Range;
import surety.certificates.statement.Requirement;
import surety.language.display.ClaimLevel;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.Outcomes;
import surety.solver.StopReason;

class TextReportTest {
  private static final Outcome PROVED = Outcomes.property("low", "0.5", 0.125, 0.25);
  private static final Outcome VIOLATED = Outcomes.property("high", "0.5", 0.5, 0.75);
  private static final Outcome UNDECIDED =
      Outcomes.property("open", "0.5", Dyadic.of(0.25), Dyadic.of(0.75), StopReason.TIMEOUT);
  private static final Outcome QUERY = Outcomes.query("rate", 0.25, 0.375, "1e-3");

  @Test
  void theFirstLineIsTheVerdict() {
    assertEquals("PROVED: f.sure: 1 proved", firstLine(PROVED));
    assertEquals("UNDECIDED: f.sure: 1 proved, 1 undecided", firstLine(PROVED, UNDECIDED));
    assertEquals(
        "VIOLATED: f.sure: 1 proved, 1 violated, 1 undecided, 1 query answered",
        firstLine(PROVED, UNDECIDED, QUERY, VIOLATED));
    assertEquals("ANSWERED: f.sure: 2 queries answered", firstLine(QUERY, QUERY));
  }

  @Test
  void aVerdictComesWithWhatItClaims() {
    assertEquals(
        """
        PROVED: f.sure: 1 proved

        PROVED     low  "the title of low"
                   P(y > 0.5)
                   probability in [0.125, 0.25]
                   for the function over the reals; rounding in the deployed network is not covered
                   0.250 s, 17 cells, c/s.low.cert
        """,
        text(Ansi.OFF, PROVED));
  }

  @Test
  void boundsAreThoseOfWhatIsAsked() {
    Optional<Requirement> range =
        Optional.of(new Range(Rational.parse("-1"), Rational.parse("5/2")));
    Outcome mean = Outcomes.quantity("m", Outcomes.mean(), range, Bound.of(-0.5), Bound.of(2.25));
    assertTrue(text(Ansi.OFF, mean).contains("mean in [-0.5, 2.25]"), text(Ansi.OFF, mean));
    assertEquals("PROVED: f.sure: 1 proved", firstLine(mean));
    Outcome halfKnown =
        Outcomes.quantity(
            "m", Outcomes.mean(), Optional.empty(), Bound.MINUS_INFINITY, Bound.of(3));
    assertTrue(text(Ansi.OFF, halfKnown).contains("mean in [-infinity, 3]"));
    assertEquals("ANSWERED: f.sure: 1 query answered", firstLine(halfKnown));
    Outcome unknown =
        Outcomes.quantity(
            "m", Outcomes.mean(), Optional.empty(), Bound.MINUS_INFINITY, Bound.INFINITY);
    assertTrue(text(Ansi.OFF, unknown).contains("mean unknown"), text(Ansi.OFF, unknown));
    assertEquals("UNDECIDED: f.sure: 1 undecided", firstLine(unknown));
    Outcome notBegun = Outcomes.quantityNotBegun("m", Outcomes.mean());
    assertTrue(text(Ansi.OFF, notBegun).contains("mean unknown"), text(Ansi.OFF, notBegun));
    Quantity difference = new Quantity.Arithmetic(Operator.MINUS, Outcomes.mean(), Outcomes.mean());
    Outcome value = Outcomes.quantity("d", difference, Optional.empty(), Bound.of(-7), Bound.of(7));
    assertTrue(text(Ansi.OFF, value).contains("value in [-7, 7]"), text(Ansi.OFF, value));
  }

  @Test
  void eachVerdictSaysTheClaimLevel() {
    String text = text(Ansi.OFF, PROVED, VIOLATED, UNDECIDED, QUERY);
    assertEquals(4, text.split(ClaimLevel.REALS, -1).length - 1);
  }

  @Test
  void aQueryShowsItsWitnessAndThatItsGapWasMissed() {
    String text = text(Ansi.OFF, QUERY);
    assertTrue(text.contains("witness: x = (0.75) gives y = (-3.5), rounded"), text);
    assertTrue(
        text.contains(
            "note: the wanted gap 1e-3 was not reached, the bounds are 0.125 apart: stopped at the"
                + " time limit; a longer one ('timeout' or --timeout) may bring them closer"),
        text);
    assertTrue(text.contains("no certificate"), text);
  }

  @Test
  void aGapThatWasReachedNeedsNoNote() {
    assertFalse(text(Ansi.OFF, Outcomes.query("q", 0.25, 0.375, "0.125")).contains("wanted gap"));
  }

  @Test
  void anUndecidedPropertySaysWhy() {
    assertTrue(
        text(Ansi.OFF, UNDECIDED)
            .contains(
                "note: stopped at the time limit; a longer one ('timeout' or --timeout) may"
                    + " decide it"));
  }

  @Test
  void anUndecidedPropertyWithTheGapItWantedSaysWhatHelps() {
    Outcome outcome =
        Outcomes.property("open", "0.5", Dyadic.of(0.25), Dyadic.of(0.75), StopReason.GAP_REACHED);
    assertTrue(
        text(Ansi.OFF, outcome)
            .contains(
                "note: stopped at the wanted gap 1e-9; a smaller one ('within' or --gap) may"
                    + " decide it"));
  }

  @Test
  void whereNothingHelpsNothingIsPromised() {
    Outcome outcome =
        Outcomes.property("never", "1e-900", Dyadic.ZERO, Dyadic.of(1e-300), StopReason.TAILS);
    String text = text(Ansi.OFF, outcome);
    assertTrue(text.contains("inputs are unbounded"), text);
    assertTrue(text.contains("at most 1.01e-300, keeps it undecided"), text);
    assertFalse(text.contains("may decide"), text);
  }

  /** The verdict is open, so nobody says as a fact what would decide it. */
  @Test
  void anImpossibleEventDoesNotContradictItsBounds() {
    String open = text(Ansi.OFF, Outcomes.impossible("never", Dyadic.of(1e-300), StopReason.TAILS));
    assertTrue(open.contains("UNDECIDED"), open);
    assertFalse(open.contains("the event is impossible"), open);
    assertTrue(open.contains("the certificate does not show that"), open);
    String shown = text(Ansi.OFF, Outcomes.impossible("never", Dyadic.ZERO, StopReason.SETTLED));
    assertTrue(shown.contains("the event is impossible: no input makes it happen"), shown);
  }

  @Test
  void whatWasNotBegunIsUndecidedBetweenZeroAndOne() {
    String text = text(Ansi.OFF, Outcomes.notBegun("late"));
    assertTrue(text.startsWith("UNDECIDED: "), text);
    assertTrue(text.contains("probability in [0, 1]"), text);
    assertTrue(text.contains("stopped before anything could be certified"), text);
  }

  /** Not "answered": there are no numbers. */
  @Test
  void aQueryWithoutBoundsIsUndecided() {
    String text =
        text(
            Ansi.OFF,
            Outcomes.query("first", 0, 1, "1e-3"),
            Outcomes.queryNotBegun("second", false),
            Outcomes.queryNotBegun("third", true));
    assertTrue(text.startsWith("UNDECIDED: f.sure: 3 undecided\n"), text);
    assertTrue(text.contains("UNDECIDED  first  "), text);
    assertTrue(text.contains("UNDECIDED  second  "), text);
    assertTrue(text.contains("UNDECIDED  third  "), text);
    assertTrue(text.contains("no bounds\n"), text);
    assertTrue(text.contains("4.500 s, 0 cells, no certificate"), text);
    assertFalse(text.contains("ANSWERED"), text);
    assertEquals(
        "UNDECIDED: f.sure: 1 undecided, 1 query answered",
        firstLine(
            Outcomes.query("rate", 0.25, 0.5, "1e-3"), Outcomes.queryNotBegun("late", false)));
  }

  @Test
  void aBandIsSummedUp() {
    assertTrue(
        text(Ansi.OFF, Outcomes.band("cdf", 100, 12)).contains("100 points, largest gap 0.000245"));
  }

  @Test
  void coloursAreOnlyInTheVerdict() {
    assertFalse(text(Ansi.OFF, PROVED).contains("\u001b"));
    String coloured = text(Ansi.ON, PROVED);
    assertTrue(coloured.startsWith("\u001b["), coloured);
    assertEquals(text(Ansi.OFF, PROVED), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  private static String firstLine(Outcome... outcomes) {
    return text(Ansi.OFF, outcomes).lines().findFirst().orElseThrow();
  }

  private static String text(Ansi ansi, Outcome... outcomes) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new TextReport(out, ansi).print(Checked.of("f.sure", List.of(outcomes), List.of()));
    out.flush();
    return text.toString();
  }
}
