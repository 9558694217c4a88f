package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.ListedThresholds;

class BandTableTest {
  @Test
  void aLineForEachThreshold() {
    assertEquals(
        """
        t,lower,upper
        0,0,0.125
        0.125,0.25,0.375
        0.25,0.5,0.625
        0.375,0.75,0.875
        """,
        table(Outcomes.band("cdf", 4, 3)));
  }

  @Test
  void listedThresholdsStandAsTheyWereWritten() {
    ListedThresholds thresholds =
        new ListedThresholds(List.of(Rational.parse("0.1"), Rational.parse("0.3")));
    assertEquals(
        "t,lower,upper\n0.1,0,0.5\n0.3,0.5,1\n", table(Outcomes.band("cdf", thresholds, 1)));
  }

  @Test
  void theBoundsAreRoundedOutward() {
    assertEquals(
        "0.125,0.33333333333333331,0.33333333339154098",
        table(Outcomes.band("cdf", 3, 34)).lines().toList().get(2));
  }

  @Test
  void binsStandBesideTheBand() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    BandTable.printDensity(Outcomes.band("cdf", 2, 2), out);
    out.flush();
    assertEquals(
        """
        t,lower,upper,binLower,binUpper
        0,0,0.25,0,0.25
        0.125,0.5,0.75,0.25,0.75
        inf,1,1,0.25,0.5
        """,
        text.toString());
  }

  private static String table(Outcome outcome) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    BandTable.print(outcome, out);
    out.flush();
    return text.toString();
  }
}
