package surety.certificates.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Side;
import surety.certificates.cell.SimplexCell;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;

/** Proof trees for tests: regular ones and random ones. */
public final class Trees {
  private Trees() {}

  /** A step that writes rules. */
  public interface Script {
    void write(ProofWriter writer) throws IOException;
  }

  public static byte[] tree(Script script) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      script.write(writer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** The whole domain as one box. */
  public static byte[] boxLeaf() {
    return tree(ProofWriter::boxLeaf);
  }

  /** Default truncations. */
  public static List<Truncation> truncations(List<Input> inputs) {
    List<Truncation> truncations = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof RandomInput random) {
        Marginal marginal = Marginal.of(random.distribution());
        truncations.add(new Truncation(marginal.suggestedLower(), marginal.suggestedUpper()));
      }
    }
    return truncations;
  }

  /** Default truncations of all branches. */
  public static List<Truncation> truncations(Law law) {
    List<Truncation> truncations = new ArrayList<>();
    for (Law.Branch branch : law.branches()) {
      for (int q = 0; q < branch.dimension(); q++) {
        Marginal marginal = Marginal.ofMixture(branch.distributions(q), branch.weights());
        truncations.add(new Truncation(marginal.suggestedLower(), marginal.suggestedUpper()));
      }
    }
    return truncations;
  }

  public static Problem problem(Statement statement, Network network) {
    return problem(statement, network, truncations(statement.law()));
  }

  public static Problem problem(
      Statement statement, Network network, List<Truncation> truncations) {
    return problem(statement, List.of(network), truncations);
  }

  /** Of several networks, with default truncations. */
  public static Problem problem(Statement statement, List<Network> networks) {
    return problem(statement, networks, truncations(statement.law()));
  }

  private static Problem problem(
      Statement statement, List<Network> networks, List<Truncation> truncations) {
    try {
      return Problem.of(statement, networks, truncations, Stop.NEVER);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  public static List<Enclosure> bounds(
      Problem problem, List<Rational> numbers, byte[] tree, int threads) {
    try {
      return TreeBounds.compute(problem, numbers, new ByteArrayInputStream(tree), threads).bounds();
    } catch (IOException | RejectedException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The bounds of a quantity. */
  public static Enclosure bounds(Problem problem, byte[] tree) {
    return bounds(problem, List.of(), tree, 1).get(0);
  }

  /** At least the distance of two finite ends. */
  public static double width(Enclosure bounds) {
    return bounds.upper().dyadic().minus(bounds.lower().dyadic()).doubleCeiling();
  }

  /** Cuts boxes in the middle {@code depth} times, coordinate after coordinate. */
  public static byte[] boxes(Problem problem, int depth) {
    return tree(
        writer -> {
          try {
            for (BranchDomain branch : problem.branches()) {
              boxes(writer, branch.root(), depth);
            }
          } catch (RejectedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void boxes(ProofWriter writer, BoxCell box, int depth)
      throws IOException, RejectedException {
    if (depth == 0 || box.sides().isEmpty()) {
      writer.boxLeaf();
      return;
    }
    int coordinate = depth % box.sides().size();
    double value = box.sides().get(coordinate).hull().middle();
    writer.boxSplit(coordinate, value);
    for (BoxCell part : box.cut(coordinate, value)) {
      boxes(writer, part, depth - 1);
    }
  }

  /**
   * Cuts at all knots, then boxes in the middle, then triangulates and cuts edges in the middle.
   *
   * @param own the first layer with bounds of its own
   */
  public static byte[] simplices(Problem problem, int boxDepth, int degree, int depth, int own) {
    return tree(
        writer -> {
          try {
            for (BranchDomain branch : problem.branches()) {
              simplices(writer, branch.root(), boxDepth, degree, depth, own);
            }
          } catch (RejectedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void simplices(
      ProofWriter writer, BoxCell box, int boxDepth, int degree, int depth, int own)
      throws IOException, RejectedException {
    for (int q = 0; q < box.sides().size(); q++) {
      if (!box.sides().get(q).isInOnePiece()) {
        int knot = box.sides().get(q).firstPiece();
        writer.knotSplit(q, knot);
        for (BoxCell part : box.cutAtKnot(q, knot)) {
          simplices(writer, part, boxDepth, degree, depth, own);
        }
        return;
      }
    }
    if (boxDepth > 0 && !box.sides().isEmpty()) {
      int coordinate = boxDepth % box.sides().size();
      double value = box.sides().get(coordinate).hull().middle();
      writer.boxSplit(coordinate, value);
      for (BoxCell part : box.cut(coordinate, value)) {
        simplices(writer, part, boxDepth - 1, degree, depth, own);
      }
      return;
    }
    int[] degrees = new int[box.sides().size()];
    Arrays.fill(degrees, degree);
    writer.triangulate(degrees);
    for (SimplexCell simplex : box.triangulate(degrees)) {
      edges(writer, simplex, depth, own, box.sides().size());
    }
  }

  private static void edges(ProofWriter writer, SimplexCell simplex, int depth, int own, int n)
      throws IOException, RejectedException {
    if (depth == 0 || n == 0) {
      writer.simplexLeaf(own);
      return;
    }
    int i = depth % n;
    writer.edgeSplit(i, i + 1, 0.5);
    for (SimplexCell part : simplex.cut(i, i + 1, 0.5)) {
      edges(writer, part, depth - 1, own, n);
    }
  }

  /** Any rules everywhere, of at most about {@code cells} cells. */
  public static byte[] random(Problem problem, SplittableRandom random, int cells) {
    return tree(
        writer -> {
          try {
            for (BranchDomain branch : problem.branches()) {
              new Grower(writer, random, cells).grow(branch.root());
            }
          } catch (RejectedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static final class Grower {
    private final ProofWriter writer;
    private final SplittableRandom random;
    private int left;

    Grower(ProofWriter writer, SplittableRandom random, int cells) {
      this.writer = writer;
      this.random = random;
      this.left = cells;
    }

    void grow(BoxCell box) throws IOException, RejectedException {
      left--;
      int n = box.sides().size();
      boolean triangulable = n <= 4 && box.sides().stream().allMatch(Side::isInOnePiece);
      int kind = left <= 0 ? 0 : random.nextInt(6);
      if (triangulable && (kind == 5 || n == 0)) {
        triangulate(box);
      } else if (kind == 0 || n == 0) {
        writer.boxLeaf();
      } else if (kind == 1) {
        writer.condensing();
        grow(box.condense());
      } else {
        cut(box, random.nextInt(n));
      }
    }

    private void cut(BoxCell box, int coordinate) throws IOException, RejectedException {
      Side side = box.sides().get(coordinate);
      List<BoxCell> parts;
      if (!side.isInOnePiece() && random.nextInt(4) > 0) {
        int knot = random.nextInt(side.firstPiece(), side.lastPiece());
        if (isNextToAnEnd(box, coordinate, knot)) {
          writer.boxLeaf();
          return;
        }
        parts = box.cutAtKnot(coordinate, knot);
        writer.knotSplit(coordinate, knot);
      } else if (random.nextInt(4) == 0 && side.surrounds(Interval.of(side.middle()))) {
        writer.halving(coordinate, side.middle());
        parts = box.halve(coordinate);
      } else {
        double value = inside(side);
        if (!(value > side.lower().upper() && value < side.upper().lower())) {
          writer.boxLeaf();
          return;
        }
        parts = box.cut(coordinate, value);
        writer.boxSplit(coordinate, value);
      }
      for (BoxCell part : parts) {
        grow(part);
      }
    }

    /** So near that roundings do not tell on which side of it the knot is. */
    private static boolean isNextToAnEnd(BoxCell box, int coordinate, int knot) {
      try {
        return box.cutAtKnot(coordinate, knot).isEmpty();
      } catch (RejectedException e) {
        return true;
      }
    }

    private double inside(Side side) {
      double a = side.lower().upper();
      double b = side.upper().lower();
      return switch (random.nextInt(8)) {
        case 0 -> Math.nextUp(a);
        case 1 -> Math.nextDown(b);
        case 2 -> 0;
        case 3 -> 0.5 * a + 0.5 * b;
        default -> a + (b - a) * random.nextDouble();
      };
    }

    private void triangulate(BoxCell box) throws IOException, RejectedException {
      int n = box.sides().size();
      int[] degrees = new int[n];
      Arrays.setAll(degrees, q -> random.nextInt(n > 2 ? 3 : 6));
      writer.triangulate(degrees);
      for (SimplexCell simplex : box.triangulate(degrees)) {
        grow(simplex, n);
      }
    }

    private void grow(SimplexCell simplex, int n) throws IOException, RejectedException {
      left--;
      if (left <= 0 || n == 0 || random.nextInt(3) == 0) {
        writer.simplexLeaf(random.nextInt(5), random.nextBoolean() ? 1000 : random.nextInt(8));
        return;
      }
      int j = random.nextInt(1, n + 1);
      int i = random.nextInt(j);
      double ratio = ratio();
      writer.edgeSplit(i, j, ratio);
      for (SimplexCell part : simplex.cut(i, j, ratio)) {
        grow(part, n);
      }
    }

    private double ratio() {
      return switch (random.nextInt(10)) {
        case 0 -> Double.MIN_VALUE;
        case 1 -> Math.nextDown(1.0);
        case 2 -> 0x1p-30;
        case 3, 4 -> 0.5;
        default -> Math.max(0.001, random.nextDouble());
      };
    }
  }
}
