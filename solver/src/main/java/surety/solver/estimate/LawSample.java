package surety.solver.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * Inputs that are spread as a law says, always the same ones: as many points of each summand as it
 * is probable, each a point of a Halton sequence through the quantiles of its coordinates. A
 * density that is restricted to a part counts with what it has there.
 */
public final class LawSample {
  /** Halton's sequence is defined for that many coordinates. */
  static final int MOST_COORDINATES = 40;

  /** The first points of a Halton sequence lie on lines. */
  private static final int SKIPPED = 64;

  private final Map<Distribution, Quantiles> quantiles = new HashMap<>();

  private LawSample() {}

  /** A summand and the branch that it belongs to. */
  private record Part(Law.Branch branch, Law.Summand summand, double mass) {}

  /** That many inputs; in many dimensions the later coordinates stay in their middle. */
  public static List<double[]> of(Law law, int count, Stop stop) {
    LawSample sample = new LawSample();
    List<Part> parts = new ArrayList<>();
    double total = 0;
    for (Law.Branch branch : law.branches()) {
      for (Law.Summand summand : branch.summands()) {
        double mass = middle(summand.weight());
        for (Distribution distribution : summand.coordinates()) {
          stop.check();
          mass *= sample.quantiles(distribution).mass();
        }
        parts.add(new Part(branch, summand, mass));
        total += mass;
      }
    }
    return sample.points(parts, total, count);
  }

  private Quantiles quantiles(Distribution distribution) {
    return quantiles.computeIfAbsent(distribution, d -> new Quantiles(Marginal.of(d)));
  }

  /** Point k stands for the masses from k / count to (k + 1) / count of all. */
  private List<double[]> points(List<Part> parts, double total, int count) {
    int dimension = parts.stream().mapToInt(part -> part.branch.dimension()).max().orElse(0);
    HaltonSequenceGenerator halton =
        new HaltonSequenceGenerator(Math.max(1, Math.min(MOST_COORDINATES, dimension)));
    halton.skipTo(SKIPPED);
    List<double[]> points = new ArrayList<>();
    int part = 0;
    double before = 0;
    for (int k = 0; k < count; k++) {
      double mass = (k + 0.5) / count * total;
      while (part < parts.size() - 1 && before + parts.get(part).mass <= mass) {
        before += parts.get(part).mass;
        part++;
      }
      points.add(point(parts.get(part), halton.nextVector()));
    }
    return points;
  }

  private double[] point(Part part, double[] shares) {
    double[] u = new double[part.branch.dimension()];
    for (int q = 0; q < u.length; q++) {
      double share = q < shares.length ? shares[q] : 0.5;
      u[q] = quantiles(part.summand.coordinates().get(q)).at(share);
    }
    double[] x = new double[part.branch.inputs().size()];
    for (int k = 0; k < x.length; k++) {
      Law.InputMap map = part.branch.inputs().get(k);
      x[k] = middle(map.constant());
      for (Law.Term term : map.terms()) {
        x[k] += middle(term.coefficient()) * u[term.coordinate()];
      }
    }
    return x;
  }

  private static double middle(Rational number) {
    return Interval.of(number).middle();
  }
}
