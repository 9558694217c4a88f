package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.statement.Law;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;

/** Three inputs around each of many places, like a kernel density estimate. */
final class MixtureOfMany {
  private static final String SPREAD = "1/5";
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private MixtureOfMany() {}

  /** Of so many places. */
  static Law law(int places) {
    SplittableRandom random = new SplittableRandom(places);
    List<Summand> summands = new ArrayList<>();
    for (int k = 0; k < places; k++) {
      List<Distribution> coordinates = new ArrayList<>();
      for (int q = 0; q < 3; q++) {
        Rational mean = Rational.of(random.nextInt(-50, 51), 50);
        coordinates.add(Distribution.parse("normal(" + mean + ", " + SPREAD + ")"));
      }
      summands.add(new Summand(Rational.of(1, places), coordinates));
    }
    List<InputMap> maps = new ArrayList<>();
    for (int q = 0; q < 3; q++) {
      maps.add(new InputMap(List.of(new Term(q, Rational.ONE)), Rational.ZERO));
    }
    return new Law(3, List.of(new Branch(maps, summands)), Rational.ZERO);
  }

  /** The probability that the sum of the inputs is at most t: a sum of normal numbers is one. */
  static double sumIsAtMost(Law law, double t) {
    List<Summand> summands = law.branches().get(0).summands();
    double sum = 0;
    for (Summand summand : summands) {
      double mean = 0;
      for (Distribution coordinate : summand.coordinates()) {
        mean += ((Normal) coordinate).mean().doubleFloor();
      }
      sum += NORMAL.cumulativeProbability((t - mean) / (Math.sqrt(3) * 0.2));
    }
    return sum / summands.size();
  }
}
