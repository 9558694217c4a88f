package surety.solver.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Event;

/**
 * What ONNX Runtime gives for one input, in the floating-point format of the network: an estimate
 * of the deployed network, for another processor or version may add in another order.
 */
public sealed interface RuntimeEstimate {
  /** The formats of floating-point numbers in which networks compute. */
  enum Format {
    /** IEEE 754 binary32. */
    FLOAT32,
    /** IEEE 754 binary64. */
    FLOAT64;

    /** So many digits that rounding them again changes nothing, and a tie is one. */
    private static final MathContext DIGITS = new MathContext(1100);

    /** Digits that tell most numbers apart; a picture has many, and so many digits take long. */
    private static final int FEW = 40;

    /** The nearest number of the format; infinite if the number is beyond it. */
    public double nearest(Rational x) {
      double below = rounded(x, new MathContext(FEW, RoundingMode.FLOOR));
      double above = rounded(x, new MathContext(FEW, RoundingMode.CEILING));
      // Rounding to the nearest keeps the order, so the number between both becomes the same.
      return below == above ? below : rounded(x, DIGITS);
    }

    private double rounded(Rational x, MathContext digits) {
      BigDecimal decimal =
          new BigDecimal(x.numerator()).divide(new BigDecimal(x.denominator()), digits);
      return this == FLOAT32 ? decimal.floatValue() : decimal.doubleValue();
    }

    /** A number of the format in the fewest digits that tell it from its neighbours. */
    public String text(double x) {
      return this == FLOAT32 ? Float.toString((float) x) : Double.toString(x);
    }
  }

  /**
   * It was computed.
   *
   * @param inputs as they were fed, rounded to the format
   * @param outputs as they came out, perhaps infinite or NaN
   */
  record Computed(Format format, List<Double> inputs, List<Double> outputs)
      implements RuntimeEstimate {
    /** Keeps copies. */
    public Computed {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }

    /** Whether an event happens for these outputs; empty if one that it needs is no number. */
    public Optional<Boolean> happens(Event event) {
      boolean isKnown =
          event.atoms().stream()
              .map(Atom::form)
              .allMatch(
                  form ->
                      form.outputs().size() == outputs.size()
                          && IntStream.range(0, outputs.size())
                              .allMatch(
                                  j ->
                                      form.outputs().get(j).isZero()
                                          || Double.isFinite(outputs.get(j))));
      if (!isKnown || !inputs.stream().allMatch(Double::isFinite)) {
        return Optional.empty();
      }
      List<Rational> exact =
          outputs.stream()
              .map(y -> Double.isFinite(y) ? Rational.ofDouble(y) : Rational.ZERO)
              .toList();
      return Optional.of(event.holds(exact, inputs.stream().map(Rational::ofDouble).toList()));
    }
  }

  /**
   * Of several networks fed with one input: the outputs counted through, if all were computed, in
   * one format.
   */
  static RuntimeEstimate joined(List<RuntimeEstimate> estimates) {
    List<Double> outputs = new ArrayList<>();
    Computed first = null;
    for (RuntimeEstimate estimate : estimates) {
      if (!(estimate instanceof Computed computed)) {
        return estimate;
      }
      first = first == null ? computed : first;
      if (computed.format != first.format) {
        return new Unavailable("the networks compute in different formats");
      }
      outputs.addAll(computed.outputs);
    }
    return new Computed(first.format, first.inputs, outputs);
  }

  /**
   * It was not computed.
   *
   * @param reason for people
   */
  record Unavailable(String reason) implements RuntimeEstimate {}
}
