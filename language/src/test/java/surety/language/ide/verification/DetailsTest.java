package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationState;
import surety.solver.Progress;
import surety.solver.StopReason;

class DetailsTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";

  private static Known proved() {
    return Known.of("p", CLAIM).point(1, 0.125, 0.25).certificate("/a/certificates/s.p.cert");
  }

  private static String text(Verification verification) {
    return Details.of(verification);
  }

  @Test
  void whatHoldsHasAllOfIt() {
    assertEquals(
        """
        property **p**: **proved**

        R1

        `P(1*y[0] > 1) < 1/2`

        | bounds | [0.125, 0.25] |
        |---|---|
        | gap between the bounds | 0.125 |
        | distance to the limit | 0.25 |
        | holds | for the function over the reals; rounding in the deployed network is not covered (level R) |
        | found | %s, in 1.5 s |
        | cells | 1,234 |
        | certificate | [s.p.cert](file:///a/certificates/s.p.cert) |

        The event happens, for instance: x = 0.5 gives y = 3 (rounded).
        """
            .formatted(StateWords.found(proved().evidence())),
        text(proved().titled("R1").witness("1/2", "3").established()));
  }

  /** Shares are those of the event, or of its complement if it does not happen often enough. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "P(1*y[0] > 1) = ? # happens # 41.7 %",
        "P(1*y[0] > 1) < 1/2 # happens # 41.7 %",
        "P(1*y[0] > 1) <= 1/16 # happens # 41.7 %",
        "P(1*y[0] > 1) > 1/2 # does not happen # 12.2 %"
      })
  void whereItHappensIsATable(String claim, String what, String share) {
    String text =
        text(Known.of("p", claim).point(1, 0.171875, 0.1875).heavy(0.1, 0.25, 0.075).established());
    if (what.equals("does not happen")) {
      text =
          text(
              Known.of("p", claim).point(1, 0.375, 0.390625).heavy(0.1, 0.25, 0.075).established());
    }
    assertTrue(
        text.contains(
            "\n\n| where it "
                + what
                + " most often (estimates) | share | probability |\n|---|---|---|\n| x in \\[0.1,"
                + " 0.25\\] | "
                + share
                + " | 0.075 |\n"),
        text);
  }

  @Test
  void ofAnEarlierRunNothingIsSaidToHold() {
    Known before = proved().witness("1/2", "3");
    Verification[] stale = {
      before.changedTo("P(1*y[0] > 1) < 1/16"),
      before.in(VerificationState.STALE, Optional.of("among errors")),
      before.in(VerificationState.FAILED, Optional.of("no memory")),
      before.in(VerificationState.QUEUED, Optional.empty()),
      before.running(new Progress("searching", 1, 1, 1, 0, 1))
    };
    for (Verification verification : stale) {
      String text = text(verification);
      assertTrue(text.contains("| bounds of an earlier run | [0.125, 0.25] |"), text);
      assertFalse(text.contains("distance to the limit"), text);
      assertFalse(text.contains("holds"), text);
      assertFalse(text.contains("level R"), text);
      assertFalse(text.contains("happens"), text);
    }
  }

  @Test
  void withoutEvidenceThereIsNoTable() {
    Verification failed =
        Known.of("p", CLAIM).in(VerificationState.FAILED, Optional.of("the file a_b|c"));
    assertEquals(
        "property **p**: **failed**\n\n`" + CLAIM + "`\n\nthe file a\\_b\\|c\n\n", text(failed));
  }

  @Test
  void aBandHasItsLargestGap() {
    String text =
        text(
            Known.of("b", "cdf(1*y[0]) at 2 points").point(0, 0, 0.5).point(1, 1, 1).established());
    assertTrue(text.startsWith("query **b**: **answered**"), text);
    assertTrue(text.contains("| bounds | 2 points, largest gap 0.5 |"), text);
    assertFalse(text.contains("gap between"), text);
    assertTrue(text.contains("| certificate | none |"), text);
  }

  /** The certificate shows a bound, not that it is impossible. */
  @Test
  void whoSaysThatAnEventIsImpossibleIsSaid() {
    String text = text(Known.of("p", CLAIM).point(1, 0, 0.25).impossible().established());
    assertTrue(
        text.contains(
            "The search found, with Z3, that no input makes the event happen; the certificate does"
                + " not show that.\n"),
        text);
    String shown = text(Known.of("p", CLAIM).point(1, 0, 0).impossible().established());
    assertTrue(shown.contains("The event is impossible: no input makes it happen."), shown);
  }

  /** A query at its time limit is not plainly answered. */
  @Test
  void aMissedGapSaysHowFarItGot() {
    Known known =
        Known.of("q", "P(1*y[0] > 1) = ?").point(1, 0.25, 0.5).stopped(StopReason.TIMEOUT, "1e-6");
    String text = text(known.established());
    assertTrue(text.startsWith("query **q**: **answered, wanted gap not reached**"), text);
    assertTrue(text.contains("the wanted gap 1e-6 was not reached, the bounds are 0.25 apart"));
    String reached = text(known.stopped(StopReason.GAP_REACHED, "0.25").established());
    assertTrue(reached.startsWith("query **q**: **answered**"), reached);
  }

  @Test
  void aReplayIsCalledOne() {
    assertTrue(text(proved().replayed().established()).contains("| replayed | 2026-11-2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b | c",
        "`code` and ``more``",
        "<script>alert(1)</script>",
        "[click](command:delete)",
        "![](http://example.com/x.png)",
        "line\n\n# head\n| a | b |\n|---|---|",
        "**bold** _it_ ~~gone~~ &amp;",
        "\\",
      })
  void whatAnAuthorWroteDoesNothing(String words) {
    Verification verification =
        proved().titled(words).in(VerificationState.FAILED, Optional.of(words));
    String text = text(verification);
    assertEquals(2, text.lines().filter(line -> line.equals(line(words))).count(), text);
    assertFalse(Pattern.compile("(?<!\\\\)[<`|]").matcher(head(text)).find(), text);
    assertFalse(text.contains("](command"), text);
    assertFalse(text.contains("](http"), text);
  }

  private static String line(String words) {
    return surety.language.display.Markdown.escaped(words);
  }

  private static String head(String text) {
    return text.substring(0, text.indexOf("| bounds of")).replace("`" + CLAIM + "`", "");
  }

  @Test
  void aNameOfAFileCannotLeaveItsCellOrItsLink() {
    String text = text(proved().certificate("/a b/s|x].(1_2.cert").established());
    assertTrue(
        text.contains("| [s\\|x\\].(1\\_2.cert](file:///a%20b/s%7Cx%5D.%281_2.cert) |"), text);
  }

  @Test
  void aVeryLongTitleIsShownAsItIs() {
    String title = "long ".repeat(10_000).strip();
    assertTrue(text(proved().titled(title).established()).contains(title));
  }
}
