package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * x for x >= 0 and {@code slope} x below: linear on both sides of its kink at 0. PRelu is the same
 * with a slope for each neuron. With a negative slope it has its minimum at 0.
 *
 * @param negativeSlope finite; of any sign
 */
public record LeakyRelu(double negativeSlope) implements Activation {
  private static final List<Section> SECTIONS = Activation.RELU.sections();

  public LeakyRelu {
    if (!Double.isFinite(negativeSlope)) {
      throw new IllegalArgumentException("a leaky relu's slope is finite, not " + negativeSlope);
    }
    negativeSlope += 0.0; // one zero only
  }

  @Override
  public String name() {
    return "leaky relu";
  }

  @Override
  public double apply(double x) {
    return x >= 0 ? x : negativeSlope * x;
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : negativeSlope;
  }

  @Override
  public Interval enclose(double x) {
    return x >= 0 ? Interval.of(x) : Interval.of(x).times(negativeSlope);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.from() == 0 ? Interval.ONE : Interval.of(negativeSlope);
  }

  @Override
  public double greatestSlope() {
    return Math.max(1, Math.abs(negativeSlope));
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return negativeSlope >= 0;
  }

  @Override
  public Rational applyExactly(Rational x) {
    return x.signum() < 0 ? x.times(Rational.ofDouble(negativeSlope)) : x;
  }
}
