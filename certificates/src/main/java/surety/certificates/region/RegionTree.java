package surety.certificates.region;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * Walks the tree of an enumeration and checks all its witnesses.
 *
 * <p>Sound: at each node the network up to the next kink is exactly the affine function that the
 * node computes. A side is left out only with a proof that no point of the node's polytope is
 * inside of it; every other side is walked. So each region is a leaf. And each leaf is a region,
 * because it shows a point strictly inside of all its half-spaces; by the proofs that point is on
 * the same side of the kinks that were not branched on, or on the kink. In the latter case, points
 * nearby are strictly on that side: an affine function that is not constant and does not change its
 * sign on an open set has no zero there. Memory grows with the depth of the tree only.
 */
public final class RegionTree {
  private final RegionProblem problem;
  private final DataInputStream in;
  private final Visitor visitor;
  private final Deque<Node> open = new ArrayDeque<>();
  private final MassSum total = new MassSum();
  private long nodes;
  private long regions;

  private record Node(Prefix prefix, Polytope polytope) {}

  private RegionTree(RegionProblem problem, InputStream in, Visitor visitor) {
    this.problem = problem;
    this.in = new DataInputStream(in);
    this.visitor = visitor;
  }

  /** Sees the regions. */
  @FunctionalInterface
  public interface Visitor {
    /** One region, with its claimed probability, which has been checked. */
    void visit(Region region) throws RejectedException;
  }

  /**
   * What is known after the walk.
   *
   * @param nodes of the tree
   * @param total encloses the sum of the regions' masses, each with the tails above it
   */
  public record Outcome(long regions, long nodes, Interval total) {
    /** Of no tree. */
    public static final Outcome NONE = new Outcome(0, 0, Interval.ZERO);

    /** Of the trees of several branches. */
    public Outcome plus(Outcome other) {
      return new Outcome(regions + other.regions, nodes + other.nodes, total.plus(other.total));
    }
  }

  /**
   * Walks a tree from its root to its end, and not further.
   *
   * @param tree the bytes, buffered
   * @throws RejectedException if anything is wrong with it
   * @throws surety.certificates.stop.StoppedException if somebody stops the problem's computations
   */
  public static Outcome walk(RegionProblem problem, InputStream tree, Visitor visitor)
      throws IOException, RejectedException {
    return new RegionTree(problem, tree, visitor).walk();
  }

  private Outcome walk() throws IOException, RejectedException {
    open.push(new Node(problem.root(), problem.box()));
    while (!open.isEmpty()) {
      problem.stop().check();
      nodes++;
      RegionRule rule = RegionTreeCode.read(in, problem.dimension(), problem.mass().upper());
      try {
        visit(open.pop(), rule);
      } catch (RejectedException e) {
        throw new RejectedException(new TreeRejection.At("node", nodes, e.rejection()));
      }
    }
    requireWhole();
    return new Outcome(regions, nodes, total.value(problem.mass().upper()));
  }

  /** Follows from the walk; a sum that is not the mass would show a fault in the kernel. */
  private void requireWhole() throws RejectedException {
    Dyadic upper = total.upper().plus(Dyadic.of(problem.tails()));
    Interval mass = problem.mass();
    if (total.lower().compareTo(Dyadic.of(mass.upper())) > 0
        || upper.compareTo(Dyadic.of(mass.lower())) < 0) {
      throw new RejectedException(
          new RegionRejection.NotWhole(total.lower().doubleFloor(), upper.doubleCeiling()));
    }
  }

  private void visit(Node node, RegionRule rule) throws RejectedException {
    if (rule instanceof RegionRule.Hole) {
      throw new RejectedException(new RegionRejection.Hole());
    } else if (rule instanceof RegionRule.Leaf leaf) {
      apply(leaf, node);
    } else if (node.prefix.isLeaf()) {
      throw new RejectedException(
          new RegionRejection.Misplaced("a kink is decided where all neurons are"));
    } else if (rule instanceof RegionRule.Fixed fixed) {
      apply(fixed, node);
    } else {
      open.push(side(node, true));
      open.push(side(node, false));
    }
  }

  private Node side(Node node, boolean above) throws RejectedException {
    HalfSpace half = above ? node.prefix.above() : node.prefix.below();
    Optional<Polytope> part = node.polytope.clip(half);
    if (part.isEmpty()) {
      throw new RejectedException(new RegionRejection.EmptyBranch(above));
    }
    return new Node(node.prefix.decided(above, true), part.get());
  }

  private void apply(RegionRule.Fixed fixed, Node node) throws RejectedException {
    boolean above = fixed.aboveIsEmpty();
    HalfSpace empty = above ? node.prefix.above() : node.prefix.below();
    if (!fixed.proof().proves(node.prefix.halfSpaces(), empty)) {
      throw new RejectedException(new RegionRejection.NoFarkasProof(above));
    }
    open.push(new Node(node.prefix.decided(!above, false), node.polytope));
  }

  private void apply(RegionRule.Leaf leaf, Node node) throws RejectedException {
    if (!node.prefix.isLeaf()) {
      throw new RejectedException(
          new RegionRejection.Misplaced("a leaf stands where a neuron is not decided"));
    }
    for (HalfSpace half : node.prefix.halfSpaces()) {
      if (!half.containsInside(leaf.point())) {
        throw new RejectedException(new RegionRejection.PointOutside());
      }
    }
    Interval computed = problem.probability(node.polytope);
    Interval claimed = leaf.probability();
    if (computed.lower() < claimed.lower() || computed.upper() > claimed.upper()) {
      throw new RejectedException(new RegionRejection.NotProved(claimed, computed));
    }
    total.add(claimed);
    regions++;
    visitor.visit(new Region(node.prefix, node.polytope, leaf.point(), claimed));
  }
}
