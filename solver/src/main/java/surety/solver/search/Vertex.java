package surety.solver.search;

/**
 * A corner of simplices, with everything the network computes there, so that the cells around it
 * need no forward pass of their own. Two vertices are the same only if they are the same object.
 */
final class Vertex {
  private final double[] z;
  private final double[] pre;
  private final double[] post;
  private final long[] positive;
  private final long[] negative;
  private final double[] y;

  /**
   * @param z its coordinates
   * @param pre the pre-activations of all hidden neurons, layer by layer
   * @param post the activations of all hidden neurons; empty if all are ReLUs or identities
   * @param positive one bit for each ReLU whose pre-activation is above zero, beyond rounding
   * @param negative the same for those below zero
   * @param y the value of each row
   */
  Vertex(double[] z, double[] pre, double[] post, long[] positive, long[] negative, double[] y) {
    this.z = z;
    this.pre = pre;
    this.post = post;
    this.positive = positive;
    this.negative = negative;
    this.y = y;
  }

  double z(int coordinate) {
    return z[coordinate];
  }

  int dimension() {
    return z.length;
  }

  double pre(int neuron) {
    return pre[neuron];
  }

  /** The activation of a neuron of a network with other activations than ReLU and identity. */
  double post(int neuron) {
    return post[neuron];
  }

  long positive(int word) {
    return positive[word];
  }

  long negative(int word) {
    return negative[word];
  }

  /** The value of one of the network's rows. */
  double y(int row) {
    return y[row];
  }

  /** Whether this point comes before the other: by coordinates, so in every run alike. */
  boolean isBefore(Vertex other) {
    for (int q = 0; q < z.length; q++) {
      if (z[q] != other.z[q]) {
        return z[q] < other.z[q];
      }
    }
    return false;
  }

  /** The coordinates of the point {@code (1 - ratio) this + ratio other}. */
  double[] towards(Vertex other, double ratio) {
    double[] w = new double[z.length];
    for (int q = 0; q < w.length; q++) {
      w[q] = z[q] + ratio * (other.z[q] - z[q]);
    }
    return w;
  }
}
