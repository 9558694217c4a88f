package surety.certificates.network;

import surety.certificates.arithmetic.Rational;

/** A scalar function that an {@link ActivationLayer} applies to one neuron. */
public enum Activation {
  /** x. */
  IDENTITY {
    @Override
    public double apply(double x) {
      return x;
    }

    @Override
    public Rational applyExactly(Rational x) {
      return x;
    }
  },

  /** max(x, 0). */
  RELU {
    @Override
    public double apply(double x) {
      return Math.max(x, 0.0);
    }

    @Override
    public Rational applyExactly(Rational x) {
      return x.signum() < 0 ? Rational.ZERO : x;
    }
  };

  /**
   * The value at {@code x} in plain doubles; exact for the activations that are piecewise linear.
   */
  public abstract double apply(double x);

  /** The value at {@code x} over the rationals, exactly. */
  public abstract Rational applyExactly(Rational x);
}
