package surety.solver.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.Growth;
import surety.certificates.network.Network;
import surety.certificates.region.ExactAffine;
import surety.certificates.stop.Stop;

/**
 * How strongly a network amplifies changes of its random inputs, with guarantee: what the affine
 * maps of some patterns say, each with bounds of its probability, and what is missing.
 *
 * @param missing at least the probability of all other patterns
 * @param rows one for each pattern, in their order
 * @param jacobian encloses the expected Jacobian, a row for each output; entries may be infinite
 * @param atoms values that an output has exactly where it does not depend on the inputs
 */
public record Gains(
    double missing, List<Row> rows, List<List<Interval>> jacobian, List<Atom> atoms) {
  /** Keeps its own lists. */
  public Gains {
    rows = List.copyOf(rows);
    jacobian = jacobian.stream().map(List::copyOf).toList();
    atoms = List.copyOf(atoms);
  }

  /**
   * A pattern, as it is given.
   *
   * @param map the outputs as functions of the random inputs
   */
  public record Piece(Interval probability, List<ExactAffine> map) {
    /** Keeps its own list. */
    public Piece {
      map = List.copyOf(map);
    }

    private Interval slope(int output, int input) {
      return Interval.of(map.get(output).coefficient(input));
    }
  }

  /**
   * A pattern, and the singular values of its Jacobian, the greatest first.
   *
   * @param singularValues none where no input is random
   */
  public record Row(Interval probability, List<Interval> singularValues) {
    /** Keeps its own list. */
    public Row {
      singularValues = List.copyOf(singularValues);
    }

    /** Encloses the greatest one: how much longer a small change of the inputs may become. */
    public Interval gain() {
      return singularValues.isEmpty() ? Interval.ZERO : singularValues.get(0);
    }
  }

  /**
   * A value that has a probability of its own.
   *
   * @param mass encloses it
   */
  public record Atom(int output, Rational value, Interval mass) {}

  /**
   * Of the pieces of a network.
   *
   * @param isOfInputs whether the random inputs have a joint density: then an output that varies
   *     with them has no atoms
   * @param random the numbers of the random inputs among all
   */
  public static Gains of(
      List<Piece> pieces,
      double missing,
      Network network,
      boolean isOfInputs,
      List<Integer> random,
      Stop stop) {
    List<Row> rows = new ArrayList<>();
    for (Piece piece : pieces) {
      stop.check();
      rows.add(new Row(piece.probability, singularValues(piece, random.size())));
    }
    List<Atom> atoms = new ArrayList<>();
    for (int output = 0; output < network.outputs(); output++) {
      atoms.addAll(atoms(pieces, missing, isOfInputs, output));
    }
    return new Gains(missing, rows, jacobian(pieces, missing, network, random), atoms);
  }

  private static List<Interval> singularValues(Piece piece, int inputs) {
    if (inputs == 0) {
      return List.of();
    }
    Interval[][] matrix = new Interval[piece.map.size()][inputs];
    for (int output = 0; output < matrix.length; output++) {
      for (int input = 0; input < inputs; input++) {
        matrix[output][input] = piece.slope(output, input);
      }
    }
    return List.of(SingularValues.of(matrix));
  }

  /**
   * Encloses {@code E J = R + sum_p P(p) (J_p - R) + rest}, with R the first pattern's Jacobian.
   * The rest is the part of other patterns: at most what is missing times the magnitudes of R and
   * of any Jacobian, which {@link Growth} bounds.
   */
  private static List<List<Interval>> jacobian(
      List<Piece> pieces, double missing, Network network, List<Integer> random) {
    List<List<Interval>> jacobian = new ArrayList<>();
    for (int output = 0; output < network.outputs(); output++) {
      List<Rational> form = new ArrayList<>(Collections.nCopies(network.outputs(), Rational.ZERO));
      form.set(output, Rational.ONE);
      double[] growth = Growth.of(network, form);
      List<Interval> row = new ArrayList<>();
      for (int input = 0; input < random.size(); input++) {
        row.add(slope(pieces, missing, growth[random.get(input)], output, input));
      }
      jacobian.add(row);
    }
    return jacobian;
  }

  private static Interval slope(
      List<Piece> pieces, double missing, double most, int output, int input) {
    Interval first = pieces.isEmpty() ? Interval.ZERO : pieces.get(0).slope(output, input);
    Interval sum = first;
    for (int p = 1; p < pieces.size(); p++) {
      Interval difference = pieces.get(p).slope(output, input).minus(first);
      sum = sum.plus(difference.times(pieces.get(p).probability));
    }
    if (missing == 0) {
      return sum;
    }
    double rest = Rounding.multiplyUp(missing, Rounding.addUp(most, first.magnitude()));
    return sum.plus(new Interval(-rest, rest));
  }

  private static List<Atom> atoms(
      List<Piece> pieces, double missing, boolean isOfInputs, int output) {
    Map<Rational, Masses> byValue = new LinkedHashMap<>();
    double constant = 0;
    for (Piece piece : pieces) {
      ExactAffine map = piece.map.get(output);
      if (map.isConstant()) {
        byValue.computeIfAbsent(map.constant(), v -> new Masses()).add(piece);
        constant = Rounding.addDown(constant, piece.probability.lower());
      }
    }
    List<Atom> atoms = new ArrayList<>();
    for (Map.Entry<Rational, Masses> each : byValue.entrySet()) {
      Masses of = each.getValue();
      double elsewhere = Math.max(0, Rounding.subtractDown(constant, of.lowerUp));
      double upper = Math.max(0, Rounding.subtractUp(1, elsewhere));
      if (isOfInputs) {
        upper = Math.min(upper, Rounding.addUp(of.upper, missing));
      }
      atoms.add(new Atom(output, each.getKey(), new Interval(Math.min(of.lower, upper), upper)));
    }
    return atoms;
  }

  /** Sums of bounds. */
  private static final class Masses {
    private double lower;

    /** The same, rounded up. */
    private double lowerUp;

    private double upper;

    void add(Piece piece) {
      lower = Rounding.addDown(lower, piece.probability.lower());
      lowerUp = Rounding.addUp(lowerUp, piece.probability.lower());
      upper = Rounding.addUp(upper, piece.probability.upper());
    }
  }

  /** Encloses the probability that the gain is above a number. */
  public Interval above(double number) {
    return between(number, Double.POSITIVE_INFINITY);
  }

  /**
   * Encloses the probability that the gain is above one number and at most another one: from the
   * patterns that surely are, and from those that surely are not.
   */
  public Interval between(double above, double most) {
    double inside = 0;
    double maybe = missing;
    double outside = 0;
    double maybeOutside = missing;
    for (Row row : rows) {
      Interval gain = row.gain();
      boolean isInside = gain.lower() > above && gain.upper() <= most;
      boolean isOutside = gain.upper() <= above || gain.lower() > most;
      if (isInside) {
        inside = Rounding.addDown(inside, row.probability.lower());
      } else {
        maybeOutside = Rounding.addUp(maybeOutside, row.probability.upper());
      }
      if (isOutside) {
        outside = Rounding.addDown(outside, row.probability.lower());
      } else {
        maybe = Rounding.addUp(maybe, row.probability.upper());
      }
    }
    double upper = Math.min(1, Math.min(maybe, Math.max(0, Rounding.subtractUp(1, outside))));
    double lower = Math.max(inside, Rounding.subtractDown(1, maybeOutside));
    return new Interval(Math.max(0, Math.min(lower, upper)), upper);
  }
}
