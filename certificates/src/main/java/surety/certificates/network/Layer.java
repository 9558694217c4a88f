package surety.certificates.network;

/** One step of a {@link Network}: a function from R^inputs to R^outputs. Immutable. */
public sealed interface Layer permits AffineLayer, ActivationLayer {

  /** The length of the vectors that this layer takes. */
  int inputs();

  /** The length of the vectors that this layer gives. */
  int outputs();

  /**
   * The layer's value in plain doubles, rounded to nearest at each step: an estimate, without any
   * guarantee.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  double[] evaluate(double[] x);
}
