package surety.certificates.rejection;

import surety.certificates.arithmetic.Interval;

/** What is wrong with a proof tree or one of its cells. */
public sealed interface TreeRejection extends Rejection {
  /** What is wrong at one of the tree's cells or nodes, counted from 1 in pre-order. */
  record At(String what, long number, Rejection cause) implements TreeRejection {
    @Override
    public String message() {
      return what + " " + number + " of the tree: " + cause.message();
    }

    @Override
    public boolean isIncomplete() {
      return cause.isIncomplete();
    }

    @Override
    public String name() {
      return cause.name();
    }
  }

  /** It ends while cells are left. */
  record EndsEarly() implements TreeRejection {
    @Override
    public String message() {
      return "the proof tree ends before all cells are covered";
    }

    @Override
    public boolean isIncomplete() {
      return true;
    }
  }

  /** A cell is left out. */
  record Hole() implements TreeRejection {
    @Override
    public String message() {
      return "the proof tree leaves a cell out (a hole)";
    }

    @Override
    public boolean isIncomplete() {
      return true;
    }
  }

  /** A code that stands for no rule. */
  record UnknownRule(int code) implements TreeRejection {
    @Override
    public String message() {
      return "unknown rule 0x%02x".formatted(code);
    }
  }

  /** A byte that stands for no methods of proof. */
  record UnknownMethods(int code) implements TreeRejection {
    @Override
    public String message() {
      return "unknown methods of proof 0x%02x".formatted(code);
    }
  }

  /** A rule of boxes for a simplex, or the other way round. */
  record OtherCell(String rule, String cell) implements TreeRejection {
    @Override
    public String message() {
      return "the rule " + rule + " does not apply to a " + cell;
    }
  }

  /** More cuts than memory should be spent on. */
  record TooDeep(int most) implements TreeRejection {
    @Override
    public String message() {
      return "the tree is more than " + most + " cuts deep";
    }
  }

  /** A coordinate that is not there. */
  record NoCoordinate(int coordinate) implements TreeRejection {
    @Override
    public String message() {
      return "there is no coordinate " + coordinate;
    }
  }

  /** A knot that a density does not have. */
  record NoKnot(int coordinate, int knot) implements TreeRejection {
    @Override
    public String message() {
      return "coordinate " + coordinate + " has no knot " + knot;
    }
  }

  /** A knot of another part of the axis. */
  record KnotOutside(int coordinate, int knot) implements TreeRejection {
    @Override
    public String message() {
      return "knot " + knot + " is not inside the box";
    }
  }

  /** A cut that may touch or miss the box. */
  record CutOutside(int coordinate, Interval at) implements TreeRejection {
    @Override
    public String message() {
      return "a box is cut at a point that is not surely inside it";
    }
  }

  /** A cut at infinity or at no number. */
  record NoCut(String of, double value) implements TreeRejection {
    @Override
    public String message() {
      return "a %s is cut at a finite number, not at %s".formatted(of, value);
    }
  }

  /** An edge between vertices that are not there. */
  record NoEdge(int from, int to) implements TreeRejection {
    @Override
    public String message() {
      return "there is no edge from vertex " + from + " to vertex " + to;
    }
  }

  /** A ratio that leaves a part without volume. */
  record NoRatio(double ratio) implements TreeRejection {
    @Override
    public String message() {
      return "an edge is cut at a ratio between 0 and 1, not at " + ratio;
    }
  }

  /** Too many coordinates for a triangulation. */
  record TooManySimplices(int coordinates) implements TreeRejection {
    @Override
    public String message() {
      return "a box of " + coordinates + " coordinates has too many Kuhn simplices";
    }
  }

  /** More or fewer degrees than coordinates. */
  record Degrees(int given, int coordinates) implements TreeRejection {
    @Override
    public String message() {
      return "a triangulation names one degree for each coordinate";
    }
  }

  /** A degree that nobody computes with. */
  record NoDegree(int degree, int most) implements TreeRejection {
    @Override
    public String message() {
      return "a density's degree is from 0 to " + most;
    }
  }

  /** A degree with more coefficients than memory should be spent on. */
  record TooManyCoefficients(int degree) implements TreeRejection {
    @Override
    public String message() {
      return "a density of degree " + degree + " has too many coefficients";
    }
  }

  /** A simplex leaf that could be written shorter. */
  record FullDegree() implements TreeRejection {
    @Override
    public String message() {
      return "a simplex leaf names the full degree of the density";
    }
  }

  /** The density is not smooth on the box. */
  record MeetsKnot(int coordinate) implements TreeRejection {
    @Override
    public String message() {
      return "the box meets a knot of coordinate " + coordinate + "'s density; cut it there first";
    }
  }
}
