package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.statement.Verdict;
import surety.language.WantedGap;
import surety.solver.StopReason;

class SearchEndTest {
  private static final Optional<Verdict> QUERY = Optional.empty();
  private static final Optional<Verdict> OPEN = Optional.of(Verdict.UNDECIDED);
  private static final Bound WIDE = Bound.of(0.003);

  private static Optional<String> words(
      StopReason reason, String wanted, Optional<Verdict> verdict, SearchEnd.Reader reader) {
    return new SearchEnd(reason, WantedGap.parse(wanted)).words(verdict, WIDE, reader);
  }

  private static String editor(StopReason reason, Optional<Verdict> verdict) {
    return words(reason, "1e-6", verdict, SearchEnd.Reader.EDITOR).orElseThrow();
  }

  @Test
  void aMissedGapIsShownAsItWasAskedForWithHowFarItGot() {
    assertEquals(
        "the wanted gap 1e-6 was not reached, the bounds are 0.00301 apart: stopped at the time"
            + " limit; a longer one ('timeout') may bring them closer",
        editor(StopReason.TIMEOUT, QUERY));
  }

  @ParameterizedTest
  @CsvSource({"1e-6", "0.000001", "1.0E-6", "9.99e-7", "1e-400"})
  void theGapIsNotWrittenAnew(String gap) {
    String words =
        words(StopReason.TIMEOUT, gap, QUERY, SearchEnd.Reader.COMMAND_LINE).orElseThrow();
    assertTrue(words.startsWith("the wanted gap " + gap + " was not reached"), words);
  }

  @Test
  void commandLineAndEditorDifferInWhatCanBeSetThere() {
    assertEquals(
        "stopped at the time limit; a longer one ('timeout' or --timeout) may decide it",
        words(StopReason.TIMEOUT, "1e-6", OPEN, SearchEnd.Reader.COMMAND_LINE).orElseThrow());
    assertEquals(
        "stopped at the time limit; a longer one ('timeout') may decide it",
        editor(StopReason.TIMEOUT, OPEN));
    assertEquals(
        "stopped at the wanted gap 1e-6; a smaller one ('within') may decide it",
        editor(StopReason.GAP_REACHED, OPEN));
  }

  /** At a time limit a smaller gap decides nothing, and at the gap a longer time does not. */
  @Test
  void noReasonHasTheHintOfAnother() {
    assertFalse(editor(StopReason.TIMEOUT, OPEN).contains("smaller"));
    assertFalse(editor(StopReason.GAP_REACHED, OPEN).contains("longer"));
  }

  /**
   * Where a limit equals the probability, a gap a little smaller than the wanted one is no help.
   */
  @Test
  void boundsMuchCloserThanWantedAreNotCuredByASmallerGap() {
    SearchEnd end = new SearchEnd(StopReason.GAP_REACHED, WantedGap.parse("1e-6"));
    assertEquals(
        "the bounds are 1.6e-12 apart, much closer than the wanted gap 1e-6, and the limit is still"
            + " between them: the value is next to the limit, or equal to it; a limit that"
            + " leaves room decides it, and nothing else but perhaps a gap ('within' or --gap) below"
            + " 1.6e-12",
        end.words(OPEN, Bound.of(1.595e-12), SearchEnd.Reader.COMMAND_LINE).orElseThrow());
    assertEquals(
        "stopped at the wanted gap 1e-6; a smaller one ('within') may decide it",
        end.words(OPEN, Bound.of(1.01e-9), SearchEnd.Reader.EDITOR).orElseThrow());
    assertEquals(Optional.empty(), end.words(QUERY, Bound.of(1e-12), SearchEnd.Reader.EDITOR));
  }

  @Test
  void roundingMayKeepALimitOpenThatIsNextToTheProbability() {
    assertEquals(
        "rounding keeps it undecided: double precision brings the bounds no closer, for instance"
            + " where values of the network lie next to a threshold; no gap or time limit changes"
            + " that",
        editor(StopReason.ROUNDING, OPEN));
    assertTrue(
        editor(StopReason.ROUNDING, QUERY)
            .endsWith(
                "rounding keeps them apart: double precision brings the bounds no closer, for"
                    + " instance where values of the network lie next to a threshold; no gap or"
                    + " time limit changes that"));
  }

  @Test
  void soMayRoundingInTheNetwork() {
    assertEquals(
        "rounding in the network keeps it undecided: evaluations in the format that 'semantics'"
            + " names may differ by as much; no gap or time limit changes that",
        editor(StopReason.ARITHMETIC, OPEN));
  }

  /** A mean or a quotient may have no bounds at all. */
  @Test
  void whereThereAreNoBoundsTheyAreNotApart() {
    SearchEnd end = new SearchEnd(StopReason.UNDEFINED, WantedGap.parse("1e-6"));
    String words = end.words(QUERY, Bound.INFINITY, SearchEnd.Reader.COMMAND_LINE).orElseThrow();
    assertTrue(
        words.startsWith("the wanted gap 1e-6 was not reached: nothing is known of it, for it may"),
        words);
  }

  @Test
  void whatNothingBoundsNeedsOtherInputs() {
    SearchEnd rest = new SearchEnd(StopReason.REST, WantedGap.parse("1e-6"));
    assertTrue(
        rest.words(QUERY, Bound.INFINITY, SearchEnd.Reader.EDITOR)
            .orElseThrow()
            .endsWith("but a range does: Poisson(3) on [0, 50]"));
    SearchEnd heavy = new SearchEnd(StopReason.HEAVY_TAILS, WantedGap.parse("1e-6"));
    assertTrue(
        heavy
            .words(QUERY, Bound.INFINITY, SearchEnd.Reader.EDITOR)
            .orElseThrow()
            .contains("too heavy to bound it (as of Cauchy"));
    assertTrue(
        editor(StopReason.HEAVY_TAILS, QUERY)
            .contains("contributes up to about as much, which keeps them apart;"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TAILS", "HEAVY_TAILS", "REST", "DENSITY", "ROUNDING", "CELL_LIMIT", "CANCELLED"})
  void whereNoTimeOrGapHelpsNoneIsPromised(StopReason reason) {
    for (Optional<Verdict> verdict : java.util.List.of(OPEN, QUERY)) {
      assertFalse(editor(reason, verdict).contains(" may "), editor(reason, verdict));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDecidedOrCloseEnoughNeedsNoWords(StopReason reason) {
    for (Verdict verdict : new Verdict[] {Verdict.PROVED, Verdict.VIOLATED}) {
      assertTrue(words(reason, "1e-6", Optional.of(verdict), SearchEnd.Reader.EDITOR).isEmpty());
    }
    assertTrue(words(reason, "0.01", QUERY, SearchEnd.Reader.EDITOR).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SETTLED")
  void everyOtherReasonHasWordsForBothKinds(StopReason reason) {
    assertFalse(editor(reason, OPEN).isBlank());
    assertFalse(editor(reason, QUERY).isBlank());
  }
}
