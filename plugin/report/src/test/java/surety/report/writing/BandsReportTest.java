package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.report.Outcome;
import surety.report.Outcomes;
import surety.report.Run;
import surety.report.Runs;
import surety.solver.StopReason;

class BandsReportTest {
  private static List<String> lines(Run run) {
    return new BandsReport().text(run).lines().toList();
  }

  @Test
  void aQuantityIsALineAndABandOneForEachPoint() {
    List<String> lines =
        lines(
            Runs.of(
                Outcomes.property("low", "0.5", 0.125, 0.25),
                Outcomes.band("cdf", 2, 2),
                Outcomes.quantity(
                    "far", Outcomes.mean(), Optional.empty(), Bound.of(-2.5), Bound.INFINITY),
                Outcomes.notBegun("late")));
    assertEquals(
        List.of(
            "specification,name,quantity,verdict,t1,t2,t3,lower,upper",
            "f.sure,low,probability,proved,,,,0.125,0.25",
            "f.sure,cdf,cdf,answered,0,,,0,0.25",
            "f.sure,cdf,cdf,answered,0.125,,,0.5,0.75",
            "f.sure,far,mean,answered,,,,-2.5,"),
        lines);
  }

  @Test
  void boundsAreOutsideTheExactOnes() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      Dyadic lower = Dyadic.of(random.nextDouble()).shift(-random.nextInt(1400));
      Dyadic upper = lower.plus(lower.shift(-random.nextInt(60)));
      Outcome outcome = Outcomes.property("p", "0.5", lower, upper, StopReason.SETTLED);
      String[] cells = lines(Runs.of(outcome)).get(1).split(",", -1);
      assertTrue(lower.compareTo(Rational.parse(cells[7])) >= 0, cells[7]);
      assertTrue(upper.compareTo(Rational.parse(cells[8])) <= 0, cells[8]);
    }
  }
}
