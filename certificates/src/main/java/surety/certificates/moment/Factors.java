package surety.certificates.moment;

import java.util.Arrays;
import java.util.BitSet;
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

  /** A sum of multiples, by numbers: millions of them are added up. */
  static final class Sum {
    private final BitSet neurons = new BitSet();
    private double[] lower = {};
    private double[] upper = {};

    void add(Factors factors, Interval times) {
      for (int k = 0; k < factors.neurons.length; k++) {
        add(factors.neurons[k], factors.get(k).times(times));
      }
    }

    void add(int neuron, Interval factor) {
      if (neuron >= lower.length) {
        int size = Math.max(neuron + 1, 2 * lower.length);
        lower = Arrays.copyOf(lower, size);
        upper = Arrays.copyOf(upper, size);
      }
      Interval sum = new Interval(lower[neuron], upper[neuron]).plus(factor);
      neurons.set(neuron);
      lower[neuron] = sum.lower();
      upper[neuron] = sum.upper();
    }

    Factors factors() {
      Factors factors = new Factors(neurons.cardinality());
      int k = 0;
      for (int r = neurons.nextSetBit(0); r >= 0; r = neurons.nextSetBit(r + 1)) {
        factors.neurons[k] = r;
        factors.lower[k] = lower[r];
        factors.upper[k] = upper[r];
        k++;
      }
      return factors;
    }
  }

  boolean isEmpty() {
    return neurons.length == 0;
  }

  /** Each neuron's number and its factor, in their order. */
  void forEach(BiConsumer<Integer, Interval> action) {
    for (int k = 0; k < neurons.length; k++) {
      action.accept(neurons[k], get(k));
    }
  }

  private Interval get(int k) {
    return new Interval(lower[k], upper[k]);
  }

  /** Of so many neurons, 0 of those that have none. */
  EnclosedVector among(int all) {
    EnclosedVector vector = new EnclosedVector(all);
    forEach(vector::set);
    return vector;
  }
}
