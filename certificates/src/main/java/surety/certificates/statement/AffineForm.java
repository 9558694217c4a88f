package surety.certificates.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;

/**
 * A linear combination of outputs and inputs, {@code sum_j outputs[j] * y[j] + sum_k inputs[k] *
 * x[k]}.
 *
 * @param outputs one exact coefficient for each output of all networks, one network after the other
 * @param inputs one for each input; none at all if all would be 0
 */
public record AffineForm(List<Rational> outputs, List<Rational> inputs) {
  /** Most bits of all coefficients together: each column of a layer is multiplied by them. */
  private static final int MOST_BITS = 1 << 15;

  /** Refuses a form without any variable, which would be a constant. */
  public AffineForm {
    outputs = List.copyOf(outputs);
    inputs = inputs.stream().allMatch(Rational::isZero) ? List.of() : List.copyOf(inputs);
    if (inputs.isEmpty() && outputs.stream().allMatch(Rational::isZero)) {
      throw new IllegalArgumentException(
          "a form needs at least one output or input with a coefficient other than 0");
    }
  }

  /** A form of outputs only. */
  public AffineForm(List<Rational> outputs) {
    this(outputs, List.of());
  }

  /** The form that is output {@code index} of {@code outputs} outputs. */
  public static AffineForm ofOutput(int index, int outputs) {
    return new AffineForm(
        IntStream.range(0, outputs).mapToObj(j -> Rational.of(j == index ? 1 : 0)).toList());
  }

  /** Canonical text: terms in the order of outputs and then inputs, zero coefficients left out. */
  public String canonical() {
    List<String> terms = new ArrayList<>();
    addTerms("y", outputs, terms);
    addTerms("x", inputs, terms);
    return String.join(" + ", terms);
  }

  private static void addTerms(String letter, List<Rational> coefficients, List<String> terms) {
    for (int j = 0; j < coefficients.size(); j++) {
      if (!coefficients.get(j).isZero()) {
        terms.add(coefficients.get(j) + "*" + letter + "[" + j + "]");
      }
    }
  }

  /** Whether these are too long together to be the coefficients of a form in a statement. */
  public static boolean areTooLong(Collection<Rational> coefficients) {
    return coefficients.stream().filter(c -> !c.isZero()).mapToLong(Rational::bitLength).sum()
        > MOST_BITS;
  }

  /** All coefficients: the outputs', and the inputs' if there are any. */
  public List<Rational> coefficients() {
    return Stream.concat(outputs.stream(), inputs.stream()).toList();
  }

  /** The exact value for these outputs and inputs. */
  public Rational evaluate(List<Rational> ofOutputs, List<Rational> ofInputs) {
    return sum(outputs, ofOutputs).plus(sum(inputs, ofInputs));
  }

  private static Rational sum(List<Rational> coefficients, List<Rational> values) {
    Rational sum = Rational.ZERO;
    for (int j = 0; j < coefficients.size(); j++) {
      if (!coefficients.get(j).isZero()) {
        sum = sum.plus(coefficients.get(j).times(values.get(j)));
      }
    }
    return sum;
  }
}
