package surety.language.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;

/**
 * One input that comes about in several ways, as plain doubles to look at: it is a number, or a
 * coordinate with a density, multiplied and moved.
 */
final class Parts {
  private static final double REACH = 4;

  private final List<Atom> atoms;
  private final List<Density> densities;

  private Parts(List<Atom> atoms, List<Density> densities) {
    this.atoms = List.copyOf(atoms);
    this.densities = List.copyOf(densities);
  }

  /** A number with its probability. */
  record Atom(double value, double weight) {}

  /** The coordinate times a factor, plus a number. */
  private record Density(double weight, double factor, double shift, Distribution distribution) {
    Optional<double[]> normal() {
      if (distribution instanceof Normal n) {
        return Optional.of(new double[] {at(n.mean()), at(n.deviation())});
      }
      return distribution instanceof NormalOfVariance n
          ? Optional.of(new double[] {at(n.mean()), Math.sqrt(at(n.variance()))})
          : Optional.empty();
    }

    /** The ends of where almost all of it is. */
    double[] range() {
      double[] ends =
          normal()
              .map(n -> new double[] {n[0] - REACH * n[1], n[0] + REACH * n[1]})
              .orElseGet(
                  () -> {
                    Bins bins = Bins.around(distribution);
                    return new double[] {bins.end(0), bins.end(bins.count())};
                  });
      double first = factor * ends[0] + shift;
      double second = factor * ends[1] + shift;
      return new double[] {Math.min(first, second), Math.max(first, second)};
    }

    /** Adds the probabilities between neighbouring ends. */
    void addTo(double[] masses, double[] ends) {
      Optional<double[]> normal = normal();
      if (normal.isPresent()) {
        double mean = factor * normal.get()[0] + shift;
        double deviation = Math.abs(factor) * normal.get()[1];
        for (int i = 0; i < masses.length; i++) {
          double z = ((ends[i] + ends[i + 1]) / 2 - mean) / deviation;
          double height = Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
          masses[i] += weight * height * (ends[i + 1] - ends[i]);
        }
        return;
      }
      Marginal marginal = Marginal.of(distribution);
      for (int i = 0; i < masses.length; i++) {
        double first = standard(marginal, ends[i]);
        double second = standard(marginal, ends[i + 1]);
        masses[i] += weight * Bins.mass(marginal, Math.min(first, second), Math.max(first, second));
      }
    }

    private double standard(Marginal marginal, double x) {
      return ((x - shift) / factor - marginal.shift().middle()) / marginal.scale().middle();
    }

    private static double at(Rational number) {
      return number.doubleFloor();
    }
  }

  /** Nothing if it depends on more than one coordinate at a time, or on others. */
  static Optional<Parts> of(Draws draws) {
    List<Atom> atoms = new ArrayList<>();
    List<Density> densities = new ArrayList<>();
    for (Draw draw : draws.all()) {
      Linear value = draw.values().get(0);
      if (draw.values().size() != 1
          || !draw.offsets().get(0).isConstant()
          || value.terms().size() > 1) {
        return Optional.empty();
      }
      double weight = draw.weight().doubleFloor();
      double constant = value.constant().plus(draw.offsets().get(0).constant()).doubleFloor();
      if (value.isConstant()) {
        atoms.add(new Atom(constant, weight));
      } else {
        int coordinate = value.terms().firstKey();
        densities.add(
            new Density(
                weight,
                value.terms().get(coordinate).doubleFloor(),
                constant,
                draw.fresh().get(coordinate)));
      }
    }
    return Optional.of(new Parts(atoms, densities));
  }

  List<Atom> atoms() {
    return atoms;
  }

  /** The probabilities of equal bins where almost all of it is, without those of numbers. */
  Bins bins() {
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (Density density : densities) {
      double[] range = density.range();
      lower = Math.min(lower, range[0]);
      upper = Math.max(upper, range[1]);
    }
    for (Atom atom : atoms) {
      lower = Math.min(lower, atom.value());
      upper = Math.max(upper, atom.value());
    }
    double margin = densities.isEmpty() ? Math.max(0.5, (upper - lower) / 20) : 0;
    double[] ends = Bins.ends(lower - margin, upper + margin);
    double[] masses = new double[ends.length - 1];
    densities.forEach(density -> density.addTo(masses, ends));
    return new Bins(ends, masses);
  }

  /** Mean and standard deviation, by those of the parts. */
  Figures figures() {
    double total = 0;
    double mean = 0;
    double square = 0;
    for (Atom atom : atoms) {
      total += atom.weight();
      mean += atom.weight() * atom.value();
      square += atom.weight() * atom.value() * atom.value();
    }
    for (Density density : densities) {
      Figures part = Figures.of(density.distribution());
      double middle = density.factor() * part.mean() + density.shift();
      double deviation = density.factor() * part.deviation();
      total += density.weight();
      mean += density.weight() * middle;
      square += density.weight() * (middle * middle + deviation * deviation);
    }
    mean /= total;
    return new Figures(
        mean,
        Double.isInfinite(square)
            ? Double.POSITIVE_INFINITY
            : Math.sqrt(Math.max(0, square / total - mean * mean)));
  }
}
