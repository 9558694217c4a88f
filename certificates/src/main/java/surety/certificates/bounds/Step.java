package surety.certificates.bounds;

import java.util.List;

/**
 * One vector of a {@link CompiledNetwork} and how it comes from vectors before it, each given by
 * its number; vector 0 is the network's input.
 */
sealed interface Step {

  /** How many activations lie one behind the other on the longest way to the vector. */
  int level();

  /** Numbers of other vectors: element i is element {@code elements[i]} of {@code vectors[i]}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and read in inner loops
  record Copy(int[] vectors, int[] elements, int level) implements Step {

    /** What one array for each vector has at these numbers. */
    double[] of(double[][] values) {
      double[] copy = new double[vectors.length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = values[vectors[i]][elements[i]];
      }
      return copy;
    }
  }

  /** The sum of one or more terms. */
  record Affine(List<Term> terms, int level) implements Step {

    /** The number of results. */
    int rows() {
      return terms.get(0).map.rows();
    }
  }

  /** An affine map of a vector. */
  record Term(AffineMap map, int source) {}

  /**
   * An activation for each number of a vector.
   *
   * @param relu for each of them whether it is a ReLU
   * @param curved those that are neither ReLU nor the identity
   * @param gate its number in the network
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Activation(boolean[] relu, List<CurvedNeuron> curved, int gate, int source, int level)
      implements Step {}
}
