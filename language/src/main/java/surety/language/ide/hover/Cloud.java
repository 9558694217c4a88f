package surety.language.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;

/**
 * Several inputs that are normal around points, or are these points, as plain doubles to look at.
 *
 * @param spots one or more
 */
record Cloud(List<Spot> spots) {
  Cloud {
    spots = List.copyOf(spots);
  }

  /**
   * A point.
   *
   * @param covariance around it; zeros if there is nothing around it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Spot(double weight, double[] centre, double[][] covariance) {}

  /** Nothing if it is another distribution. */
  static Optional<Cloud> of(Draws draws) {
    List<Spot> spots = new ArrayList<>();
    for (Draw draw : draws.all()) {
      int size = draw.values().size();
      double[] centre = new double[size];
      double[][] roots = new double[size][draw.fresh().size()];
      for (int q = 0; q < draw.fresh().size(); q++) {
        Distribution distribution = draw.fresh().get(q);
        double mean;
        double deviation;
        if (distribution instanceof Normal n) {
          mean = n.mean().doubleFloor();
          deviation = n.deviation().doubleFloor();
        } else if (distribution instanceof NormalOfVariance n) {
          mean = n.mean().doubleFloor();
          deviation = Math.sqrt(n.variance().doubleFloor());
        } else {
          return Optional.empty();
        }
        for (int i = 0; i < size; i++) {
          Linear value = draw.values().get(i);
          double factor = value.terms().containsKey(q) ? value.terms().get(q).doubleFloor() : 0;
          centre[i] += factor * mean;
          roots[i][q] = factor * deviation;
        }
      }
      for (int i = 0; i < size; i++) {
        if (!draw.offsets().get(i).isConstant()) {
          return Optional.empty();
        }
        centre[i] +=
            draw.values().get(i).constant().plus(draw.offsets().get(i).constant()).doubleFloor();
      }
      spots.add(new Spot(draw.weight().doubleFloor(), centre, product(roots)));
    }
    return Optional.of(new Cloud(spots));
  }

  private static double[][] product(double[][] roots) {
    double[][] covariance = new double[roots.length][roots.length];
    for (int i = 0; i < roots.length; i++) {
      for (int k = 0; k < roots.length; k++) {
        for (int q = 0; q < roots[i].length; q++) {
          covariance[i][k] += roots[i][q] * roots[k][q];
        }
      }
    }
    return covariance;
  }

  double mean(int input) {
    return spots.stream().mapToDouble(spot -> spot.weight * spot.centre[input]).sum();
  }

  /** Within the spots, and between them. */
  double covariance(int first, int second) {
    double a = mean(first);
    double b = mean(second);
    return spots.stream()
        .mapToDouble(
            spot ->
                spot.weight
                    * (spot.covariance[first][second]
                        + (spot.centre[first] - a) * (spot.centre[second] - b)))
        .sum();
  }

  /** 0 where one of them does not vary. */
  double correlation(int first, int second) {
    double squares = covariance(first, first) * covariance(second, second);
    return squares > 0 ? covariance(first, second) / Math.sqrt(squares) : 0;
  }

  int inputs() {
    return spots.get(0).centre.length;
  }
}
