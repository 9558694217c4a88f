package surety.certificates.network;

/** A scalar function that an {@link ActivationLayer} applies to one neuron. */
public enum Activation {
  /** x. */
  IDENTITY {
    @Override
    public double apply(double x) {
      return x;
    }
  },

  /** max(x, 0). */
  RELU {
    @Override
    public double apply(double x) {
      return Math.max(x, 0.0);
    }
  };

  /**
   * The value at {@code x} in plain doubles; exact for the activations that are piecewise linear.
   */
  public abstract double apply(double x);
}
