package surety.certificates.rejection;

/** Why networks and inputs are not those of the statement, or cannot be computed with. */
public sealed interface ProblemRejection extends Rejection {
  /** Another file. */
  record OtherNetwork(int number, int of, String digest) implements ProblemRejection {
    @Override
    public String message() {
      return "the network file%s is not the one that the statement is about (other digest)"
          .formatted(of == 1 ? "" : " number " + number);
    }
  }

  /** More or fewer networks. */
  record Networks(int stated, int given) implements ProblemRejection {
    @Override
    public String message() {
      return "the statement is about %d networks, not %d".formatted(stated, given);
    }
  }

  /** Another number of inputs. */
  record Inputs(int ofNetwork, int stated) implements ProblemRejection {
    @Override
    public String message() {
      return "the network has %d inputs, the statement %d".formatted(ofNetwork, stated);
    }
  }

  /** Another number of outputs. */
  record Outputs(int ofNetwork, int stated) implements ProblemRejection {
    @Override
    public String message() {
      return "the network has %d outputs, the statement %d".formatted(ofNetwork, stated);
    }
  }

  /** A fixed input that is no double. */
  record FixedInputTooLarge(String value) implements ProblemRejection {
    @Override
    public String message() {
      return "a fixed input beyond 1e308 cannot be computed with";
    }
  }

  /** More or fewer truncations than random inputs. */
  record Truncations(int given, int inputs) implements ProblemRejection {
    @Override
    public String message() {
      return "there are %d truncations for %d random inputs".formatted(given, inputs);
    }
  }

  /** Nothing is left of an input. */
  record TruncatedToNothing(int input) implements ProblemRejection {
    @Override
    public String message() {
      return "random input %d is truncated to nothing".formatted(input);
    }
  }

  /** An unbounded end is cut off at infinity, or at no number. */
  record NotTruncated(double at) implements ProblemRejection {
    @Override
    public String message() {
      return "an unbounded input is truncated at a finite number";
    }
  }

  /** A network of which a runtime's rounding errors have no bounds. */
  record Unevaluable(String reason) implements ProblemRejection {
    @Override
    public String message() {
      return "rounding errors have no bounds here: " + reason;
    }
  }

  /** Why the kernel cannot compute with it, in the words of the part that cannot. */
  record Unsuitable(String problem) implements ProblemRejection {
    @Override
    public String message() {
      return problem;
    }
  }
}
