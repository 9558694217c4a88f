package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;

class SlopesTest {
  @Test
  void theyAreThoseInBetween() {
    SplittableRandom random = new SplittableRandom(86);
    for (int i = 0; i < 500; i++) {
      Activation f = ChordsTest.BENT.get(i % ChordsTest.BENT.size());
      double from = random.nextDouble(-6, 6);
      double to = from + Math.exp(random.nextDouble(-6, 2));
      Interval slopes = Slopes.of(f, from, to);
      Interval before = Slopes.of(f, Double.NEGATIVE_INFINITY, to);
      Interval all = Slopes.of(f, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      for (int k = 0; k <= 50; k++) {
        double slope = f.slope(Math.min(to, Math.max(from, from + (to - from) * k / 50)));
        String what = f.name() + " in " + from + ", " + to + ": " + slope + " of " + slopes;
        Interval near = new Interval(slope - 1e-12, slope + 1e-12);
        for (Interval each : new Interval[] {slopes, before, all}) {
          assertTrue(each.lower() <= near.upper() && near.lower() <= each.upper(), what);
        }
      }
    }
  }

  @Test
  void shortPartsHaveFewSlopes() {
    Interval slopes = Slopes.of(Activation.TANH, 0.5, 0.5 + 1e-6);
    assertTrue(slopes.width() < 1e-6, slopes.toString());
    assertEquals(new Interval(0, 1), Slopes.of(Activation.TANH, -1, Double.POSITIVE_INFINITY));
    assertTrue(Slopes.of(Activation.SIN, 1, 1 + 1e-6).width() < 1e-5);
  }
}
