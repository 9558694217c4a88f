package surety.examples;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A number that inputs and outputs determine: as a specification has it, and its value.
 *
 * <p>Coefficients and numbers in sums are multiples of small negative powers of two, so that values
 * of piecewise linear networks are exact in doubles, ties included.
 */
sealed interface ScalarTree {
  /** As it is written. */
  String text();

  double of(Draw draw);

  /** What a name stands for. */
  interface Meaning {
    double of(Draw draw);
  }

  /** A number without a sign. */
  record Constant(String text, double value) implements ScalarTree {
    @Override
    public double of(Draw draw) {
      return value;
    }
  }

  /** An input or an output. */
  record Variable(String text, Meaning meaning) implements ScalarTree {
    @Override
    public double of(Draw draw) {
      return meaning.of(draw);
    }
  }

  /** How a product is written. */
  enum Style {
    BEFORE,
    BEHIND,
    QUOTIENT
  }

  /** A multiple of something, not by zero. */
  record Term(double coefficient, Style style, ScalarTree operand) {
    String magnitude() {
      double factor = Math.abs(coefficient);
      String text = operand instanceof Sum ? "(" + operand.text() + ")" : operand.text();
      if (factor == 1) {
        return text;
      }
      return switch (style) {
        case BEFORE -> factor + " * " + text;
        case BEHIND -> text + " * " + factor;
        case QUOTIENT -> text + " / " + 1 / factor;
      };
    }
  }

  /** A sum of multiples. */
  record Sum(List<Term> terms) implements ScalarTree {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (Term term : terms) {
        boolean isMinus = term.coefficient() < 0;
        if (text.length() == 0) {
          text.append(isMinus ? "-" : "");
        } else {
          text.append(isMinus ? " - " : " + ");
        }
        text.append(term.magnitude());
      }
      return text.toString();
    }

    @Override
    public double of(Draw draw) {
      double sum = 0;
      for (Term term : terms) {
        sum += term.coefficient() * term.operand().of(draw);
      }
      return sum;
    }
  }

  /** The largest or the least of some. */
  record Extreme(boolean isLargest, List<ScalarTree> parts) implements ScalarTree {
    @Override
    public String text() {
      return (isLargest ? "max" : "min")
          + parts.stream().map(ScalarTree::text).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public double of(Draw draw) {
      double extreme = parts.get(0).of(draw);
      for (ScalarTree part : parts) {
        double value = part.of(draw);
        extreme = isLargest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
      return extreme;
    }
  }

  /** The absolute value of something. */
  record Absolute(ScalarTree part) implements ScalarTree {
    @Override
    public String text() {
      return "abs(" + part.text() + ")";
    }

    @Override
    public double of(Draw draw) {
      return Math.abs(part.of(draw));
    }
  }

  /** The number of the first output that is largest, or least. */
  static int choice(double[] outputs, boolean isLargest) {
    int best = 0;
    for (int k = 1; k < outputs.length; k++) {
      if (isLargest ? outputs[k] > outputs[best] : outputs[k] < outputs[best]) {
        best = k;
      }
    }
    return best;
  }
}
