package surety.certificates.rejection;

import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;

/** What is wrong with the free numbers or the bounds of a claim. */
public sealed interface ClaimRejection extends Rejection {
  /** The numbers are not those that the statement allows. */
  record OtherThresholds(List<Rational> numbers) implements ClaimRejection {
    public OtherThresholds {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String message() {
      return "the certificate: the thresholds are not those that the statement asks for";
    }
  }

  /** A number that is not above the one before it. */
  record NotAscending(String of, Rational before, Rational after) implements ClaimRejection {
    @Override
    public String message() {
      return "the certificate: the %s do not ascend".formatted(of);
    }
  }

  /** More numbers than are needed. */
  record TooManyNumbers(Rational first) implements ClaimRejection {
    @Override
    public String message() {
      return "the certificate: there are more numbers than the claim has a use for";
    }
  }

  /** Fewer numbers than are needed. */
  record TooFewNumbers() implements ClaimRejection {
    @Override
    public String message() {
      return "the certificate: there are fewer numbers than the claim has a use for";
    }
  }

  /** A centre or threshold between two doubles. */
  record NoDouble(Rational number) implements ClaimRejection {
    @Override
    public String message() {
      return "the certificate: the number " + number + " is no double";
    }
  }

  /** More or fewer bounds than are asked for. */
  record Bounds(int claimed, int asked) implements ClaimRejection {
    @Override
    public String message() {
      return "there are %d claimed bounds where %d are asked for".formatted(claimed, asked);
    }
  }

  /**
   * Bounds that are closer than what follows from the tree.
   *
   * @param index from 0, of the claim's bounds
   */
  record NotProved(int index, Enclosure claimed, Enclosure computed) implements ClaimRejection {
    @Override
    public String message() {
      return "the claimed bounds %s do not follow from the proof, from which %s follow"
          .formatted(show(claimed), show(computed));
    }

    private static String show(Enclosure bounds) {
      return "[" + bounds.lower().doubleFloor() + ", " + bounds.upper().doubleCeiling() + "]";
    }
  }
}
