package surety.certificates.moment;

import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.EnclosedVector;

/**
 * Factors of some of many neurons, by ascending numbers. In arrays, as a network may have millions
 * of them. Immutable.
 */
final class Factors {
  static final Factors NONE = new Factors(0);

  private final int[] neurons;
  private final double[] lower;
  private final double[] upper;

  private Factors(int size) {
    this.neurons = new int[size];
    this.lower = new double[size];
    this.upper = new double[size];
  }

  /** These. */
  static Factors of(SortedMap<Integer, Interval> all) {
    if (all.isEmpty()) {
      return NONE;
    }
    Factors factors = new Factors(all.size());
    int k = 0;
    for (Map.Entry<Integer, Interval> factor : all.entrySet()) {
      factors.neurons[k] = factor.getKey();
      factors.lower[k] = factor.getValue().lower();
      factors.upper[k] = factor.getValue().upper();
      k++;
    }
    return factors;
  }

  boolean isEmpty() {
    return neurons.length == 0;
  }

  /** Each neuron's number and its factor, in their order. */
  void forEach(BiConsumer<Integer, Interval> action) {
    for (int k = 0; k < neurons.length; k++) {
      action.accept(neurons[k], new Interval(lower[k], upper[k]));
    }
  }

  /** Of so many neurons, 0 of those that have none. */
  EnclosedVector among(int all) {
    EnclosedVector vector = new EnclosedVector(all);
    forEach(vector::set);
    return vector;
  }
}
