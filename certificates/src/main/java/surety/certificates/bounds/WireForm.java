package surety.certificates.bounds;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/**
 * An exact affine form of a network's wires, {@code (sum_w weights[w] * wire w + constant) /
 * denominator}: over one denominator, so that sums of multiples of doubles need not be reduced to
 * lowest terms, which takes time with the square of their length.
 *
 * @param weights of the wires that it depends on; none is 0
 * @param denominator positive
 */
public record WireForm(
    SortedMap<Integer, Dyadic> weights, Dyadic constant, BigInteger denominator) {

  /** Keeps its own map, without what has cancelled out. */
  public WireForm {
    SortedMap<Integer, Dyadic> own = new TreeMap<>(weights);
    own.values().removeIf(weight -> weight.signum() == 0);
    weights = Collections.unmodifiableSortedMap(own);
  }

  /** A form of a network's outputs and inputs. */
  public static WireForm of(AffineForm form, Network network) {
    BigInteger common = common(form.inputs(), common(form.outputs(), BigInteger.ONE));
    SortedMap<Integer, Dyadic> weights = new TreeMap<>();
    for (int j = 0; j < form.outputs().size(); j++) {
      add(weights, network.output().at(j), form.outputs().get(j), common);
    }
    for (int k = 0; k < form.inputs().size(); k++) {
      add(weights, k, form.inputs().get(k), common);
    }
    return new WireForm(weights, Dyadic.ZERO, common);
  }

  private static BigInteger common(List<Rational> coefficients, BigInteger of) {
    BigInteger common = of;
    for (Rational c : coefficients) {
      common = common.multiply(c.denominator().divide(common.gcd(c.denominator())));
    }
    return common;
  }

  private static void add(
      SortedMap<Integer, Dyadic> weights, int wire, Rational coefficient, BigInteger common) {
    BigInteger scaled = coefficient.numerator().multiply(common.divide(coefficient.denominator()));
    weights.merge(wire, new Dyadic(scaled, 0), Dyadic::plus);
  }

  /**
   * The same form, each wire that an affine gate gives replaced by the row of the gate that gives
   * it. The products are exact, so nothing is lost where outputs are compared with each other.
   */
  public WireForm throughAffine(Network network, Stop stop) {
    SortedMap<Integer, Dyadic> result = new TreeMap<>(weights.headMap(network.inputs()));
    Dyadic sum = constant;
    int first = network.inputs();
    for (Gate gate : network.gates()) {
      SortedMap<Integer, Dyadic> rows = weights.subMap(first, first + gate.size());
      if (rows.isEmpty() || !(gate instanceof Gate.Affine affine)) {
        rows.forEach((wire, weight) -> result.merge(wire, weight, Dyadic::plus));
      } else {
        for (Gate.Term term : affine.terms()) {
          sum = sum.plus(multiplied(term, rows, first, result, stop));
        }
      }
      first += gate.size();
    }
    return new WireForm(result, sum, denominator);
  }

  /** Adds a term's weights, each row times its factor; returns the sum of its biases. */
  private static Dyadic multiplied(
      Gate.Term term,
      SortedMap<Integer, Dyadic> factors,
      int first,
      SortedMap<Integer, Dyadic> result,
      Stop stop) {
    LinearOperator operator = term.layer().operator();
    Dyadic bias = Dyadic.ZERO;
    for (Map.Entry<Integer, Dyadic> factor : factors.entrySet()) {
      stop.check();
      int row = factor.getKey() - first;
      for (int k : operator.nonzeros(row)) {
        Dyadic product = factor.getValue().times(Dyadic.of(operator.weight(row, k)));
        result.merge(term.wires().at(operator.column(row, k)), product, Dyadic::plus);
      }
      bias = bias.plus(factor.getValue().times(Dyadic.of(term.layer().bias(row))));
    }
    return bias;
  }

  /** The only wire that it depends on, if there is but one. */
  public OptionalInt onlyWire() {
    return weights.size() == 1 ? OptionalInt.of(weights.firstKey()) : OptionalInt.empty();
  }

  /** The exact weight of a wire; of one that it does not depend on, 0. */
  public Rational weight(int wire) {
    return weights.getOrDefault(wire, Dyadic.ZERO).over(denominator);
  }

  /** The exact constant. */
  public Rational bias() {
    return constant.over(denominator);
  }

  /** The same weight on another wire, of a form of only one. */
  public WireForm moved(int from, int to) {
    SortedMap<Integer, Dyadic> moved = new TreeMap<>();
    moved.put(to, weights.get(from));
    return new WireForm(moved, constant, denominator);
  }

  /** Encloses a weight; of a wire without any, 0. */
  public Interval encloseWeight(int wire) {
    return bounded(weights.getOrDefault(wire, Dyadic.ZERO));
  }

  /** Encloses the constant. */
  public Interval encloseBias() {
    return bounded(constant);
  }

  private Interval bounded(Dyadic number) {
    Interval enclosure = number.enclosureOver(denominator);
    if (!enclosure.isBounded()) {
      throw new IllegalArgumentException(
          "a coefficient of the claim times a weight of the network is beyond 1e308");
    }
    return enclosure;
  }

  /** For each of so many wires at least the magnitude of its weight. */
  public double[] magnitudes(int wires) {
    double[] magnitudes = new double[wires];
    weights.keySet().forEach(wire -> magnitudes[wire] = encloseWeight(wire).magnitude());
    return magnitudes;
  }

  /** Contains the values where each wire has a value in its range. */
  public Interval over(List<Interval> wires) {
    Interval sum = encloseBias();
    for (int wire : weights.keySet()) {
      sum = sum.plus(wires.get(wire).times(encloseWeight(wire)));
    }
    return sum;
  }
}
