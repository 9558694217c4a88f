package surety.certificates.rejection;

import surety.certificates.arithmetic.Interval;

/** What is wrong with an enumeration of activation regions, or why there is none. */
public sealed interface RegionRejection extends Rejection {
  /** What a reader is told; the numbers are in it. */
  record NotEnumerable(String message) implements RegionRejection {}

  /** More of something than can be worked with. */
  record TooMany(String what, long most) implements RegionRejection {
    @Override
    public String message() {
      return "%s more than %d".formatted(what, most);
    }
  }

  /** More or fewer plans than random inputs. */
  record Plans(int given, int inputs) implements RegionRejection {
    @Override
    public String message() {
      return "there are %d plans for %d random inputs".formatted(given, inputs);
    }
  }

  /** No number of regions, or of patterns. */
  record NoCount(String text) implements RegionRejection {
    @Override
    public String message() {
      return "'" + Rejection.brief(text) + "' is not a number of regions or patterns";
    }
  }

  /** Another number of regions than was claimed. */
  record Regions(long claimed, long found) implements RegionRejection {
    @Override
    public String message() {
      return "the number of regions is not the one that the certificate claims (%d, not %d)"
          .formatted(found, claimed);
    }
  }

  /** It ends while parts are left. */
  record EndsEarly() implements RegionRejection {
    @Override
    public String message() {
      return "the certificate ends in the middle of its tree";
    }

    @Override
    public boolean isIncomplete() {
      return true;
    }
  }

  /** A part is left out. */
  record Hole() implements RegionRejection {
    @Override
    public String message() {
      return "the tree leaves a part out (a hole)";
    }

    @Override
    public boolean isIncomplete() {
      return true;
    }
  }

  /** A code that stands for no rule. */
  record UnknownRule(int code) implements RegionRejection {
    @Override
    public String message() {
      return "there is no rule " + code;
    }
  }

  /** A number of no bytes, or a leaf with a denominator or bounds that are none. */
  record NoNumber(String problem) implements RegionRejection {
    @Override
    public String message() {
      return problem;
    }
  }

  /** The masses of all regions of a branch and of the tails do not contain that of the branch. */
  record NotWhole(double lower, double upper) implements RegionRejection {
    @Override
    public String message() {
      return "the regions' probabilities do not add up to that of the branch";
    }
  }

  /** A rule where it has no meaning. */
  record Misplaced(String problem) implements RegionRejection {
    @Override
    public String message() {
      return problem;
    }
  }

  /** The combination does not show that a side is empty. */
  record NoFarkasProof(boolean above) implements RegionRejection {
    @Override
    public String message() {
      return "a Farkas combination does not prove that a side is empty";
    }
  }

  /** A branch to nothing. */
  record EmptyBranch(boolean above) implements RegionRejection {
    @Override
    public String message() {
      return "a branch leads to a polytope without inner points";
    }
  }

  /** The point that should show that a region is not empty is not strictly inside. */
  record PointOutside() implements RegionRejection {
    @Override
    public String message() {
      return "a leaf's point is not inside of its region";
    }
  }

  /** Bounds that are closer than what follows from the polytope. */
  record NotProved(Interval claimed, Interval computed) implements RegionRejection {
    @Override
    public String message() {
      return "a leaf's bounds %s do not follow from its polytope, from which %s follow"
          .formatted(claimed, computed);
    }
  }
}
