package surety.solver.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.support.Combination;
import surety.certificates.support.Decision;

/**
 * The half-spaces of a place that are not next to certain, in plain doubles: where {@code a z + c
 * >= 0}, z being standard normal, and a having the length 1. Immutable.
 *
 * <p>Of all half-spaces that contain their intersection the best one touches it in the point that
 * is nearest to z = 0. That point is {@code sum lambda a}, where lambda minimises {@code lambda' Q
 * lambda / 2 + c' lambda} over {@code lambda >= 0}, Q being the products of the a (the dual of the
 * least squares). Coordinate descent (Hildreth 1957) finds it, and any lambda gives a sound bound.
 */
final class HalfSpaces {
  static final HalfSpaces NONE = new HalfSpaces(List.of(), new double[0]);

  /** What is further from the mean, in deviations, is left out: it changes nothing that is seen. */
  private static final double FAR = 7;

  private static final int MOST_SWEEPS = 60;
  private static final double LEAST_CHANGE = 1e-3;

  private final List<Entry> entries;
  private final double[] lambda;

  /**
   * One half-space.
   *
   * @param decision its number from the root
   * @param scale one over its length
   * @param distance c
   * @param products with all those before it
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into it
  private record Entry(
      int decision,
      boolean above,
      NormalForm form,
      double scale,
      double distance,
      double[] products) {}

  private HalfSpaces(List<Entry> entries, double[] lambda) {
    this.entries = entries;
    this.lambda = lambda;
  }

  /** With those of another decision. */
  HalfSpaces plus(int number, Decision decision) {
    double deviation = decision.argument().variance().sqrt().middle();
    if (!(deviation > 0) || !Double.isFinite(1 / deviation)) {
      return this;
    }
    List<Entry> longer = new ArrayList<>(entries);
    for (boolean above : new boolean[] {false, true}) {
      if (decision.kink(above).isPresent()) {
        double from = decision.argument().mean().middle() - decision.kink(above).get().middle();
        double distance = (above ? from : -from) / deviation;
        if (distance < FAR) {
          longer.add(entry(number, above, decision.argument(), 1 / deviation, distance, longer));
        }
      }
    }
    return longer.size() == entries.size()
        ? this
        : new HalfSpaces(List.copyOf(longer), Arrays.copyOf(lambda, longer.size()));
  }

  private static Entry entry(
      int number,
      boolean above,
      NormalForm form,
      double scale,
      double distance,
      List<Entry> before) {
    double[] products = new double[before.size()];
    for (int j = 0; j < products.length; j++) {
      Entry other = before.get(j);
      double product = form.covariance(other.form).middle() * scale * other.scale;
      products[j] = above == other.above ? product : -product;
    }
    return new Entry(number, above, form, scale, distance, products);
  }

  /** The same with better multipliers. */
  HalfSpaces solved() {
    int n = entries.size();
    double[][] products = products();
    double[] found = lambda.clone();
    double[] gradient = new double[n];
    for (int i = 0; i < n; i++) {
      gradient[i] = entries.get(i).distance;
      for (int j = 0; j < n; j++) {
        gradient[i] += products[i][j] * found[j];
      }
    }
    double change = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < MOST_SWEEPS && change > LEAST_CHANGE; sweep++) {
      change = sweep(products, found, gradient);
    }
    return new HalfSpaces(entries, found);
  }

  private double[][] products() {
    int n = entries.size();
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      products[i][i] = 1;
      for (int j = 0; j < i; j++) {
        products[i][j] = entries.get(i).products[j];
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static double sweep(double[][] products, double[] found, double[] gradient) {
    double greatest = 0;
    for (int i = 0; i < found.length; i++) {
      double step = Math.max(0, found[i] - gradient[i]) - found[i];
      if (step != 0) {
        found[i] += step;
        for (int j = 0; j < found.length; j++) {
          gradient[j] += products[i][j] * step;
        }
        greatest = Math.max(greatest, Math.abs(step));
      }
    }
    return greatest;
  }

  /** The half-space that these multipliers give, unless it is one of them. */
  Optional<Combination> combination() {
    List<Combination.Term> terms = new ArrayList<>();
    for (int i = 0; i < lambda.length; i++) {
      Entry entry = entries.get(i);
      double multiplier = lambda[i] * entry.scale;
      if (multiplier > 0 && Double.isFinite(multiplier)) {
        terms.add(new Combination.Term(entry.decision, entry.above, multiplier));
      }
    }
    return terms.size() > 1 ? Optional.of(new Combination(terms)) : Optional.empty();
  }
}
