package surety.solver.region;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.region.Prefix;
import surety.certificates.region.RationalPoint;
import surety.certificates.region.Region;
import surety.certificates.region.RegionRule;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.writing.RegionTreeWriter;

/**
 * Enumerates the regions below one node, depth first. At a kink, the node's point shows that one
 * side has inner points; Z3 decides the other one. Deep enough below the first node, subtrees are
 * left to others.
 */
final class Subtree {
  /** A node with a point strictly inside of its polytope. */
  record Node(Prefix prefix, Polytope polytope, RationalPoint point) {}

  /** Bytes of the tree, or a subtree that is still to be enumerated. */
  sealed interface Part {
    /** Bytes, with the regions whose leaves are among them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Done(byte[] tree, List<Region> regions) implements Part {}

    /** A subtree. */
    record Open(Node node) implements Part {}
  }

  private final Tally tally;
  private final SideOracle oracle;
  private final int branches;
  private final List<Part> parts = new ArrayList<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private DataOutputStream out = new DataOutputStream(bytes);
  private List<Region> regions = new ArrayList<>();

  private Subtree(Tally tally, SideOracle oracle, int branches) {
    this.tally = tally;
    this.oracle = oracle;
    this.branches = branches;
  }

  /**
   * Enumerates.
   *
   * @param branches after how many branches a subtree is left to others
   */
  static List<Part> enumerate(Node root, Tally tally, int branches) throws RejectedException {
    try (SideOracle oracle = new SideOracle(root.polytope.dimension(), tally.stop())) {
      Subtree subtree = new Subtree(tally, oracle, branches);
      subtree.visitUntilStopped(root);
      subtree.finishPart();
      return subtree.parts;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
  }

  /** A point strictly inside of the box: the one that Z3 finds. */
  static Optional<RationalPoint> inside(Prefix root, Stop stop) {
    List<HalfSpace> halves = root.halfSpaces();
    int last = halves.size() - 1;
    try (SideOracle oracle = new SideOracle(halves.get(0).normal().size(), stop)) {
      halves.subList(0, last).forEach(oracle::push);
      return oracle.ask(halves.get(last)) instanceof SideOracle.Answer.Inside inside
          ? Optional.of(inside.point())
          : Optional.empty();
    }
  }

  private void finishPart() {
    if (bytes.size() > 0) {
      parts.add(new Part.Done(bytes.toByteArray(), regions));
      bytes = new ByteArrayOutputStream();
      out = new DataOutputStream(bytes);
      regions = new ArrayList<>();
    }
  }

  private void visitUntilStopped(Node root) throws IOException, RejectedException {
    try {
      visit(root, 0);
    } catch (StoppedException e) {
      tally.halt(); // in the midst of a question: the tree is not whole
    }
  }

  /**
   * From the node on without further branches. Z3 is only told the half-spaces that are not
   * redundant: the fewer there are, the faster it is.
   */
  private void visit(Node start, int depth) throws IOException, RejectedException {
    Node node = start;
    List<HalfSpace> facets = node.polytope.facets();
    oracle.replace(facets);
    while (!node.prefix.isLeaf()) {
      if (tally.isStopped()) {
        RegionTreeWriter.write(new RegionRule.Hole(), out);
        return;
      }
      if (depth >= branches) {
        finishPart();
        parts.add(new Part.Open(node));
        return;
      }
      Sides sides = decide(node);
      if (sides.isBranch()) {
        RegionTreeWriter.write(new RegionRule.Branch(), out);
        branch(node, sides, depth);
        return;
      }
      FarkasCombination proof = numbered(sides.proof(), facets, node.prefix.halfSpaces());
      RegionTreeWriter.write(new RegionRule.Fixed(sides.above.isEmpty(), proof), out);
      node =
          new Node(node.prefix.decided(sides.above.isPresent(), false), node.polytope, node.point);
    }
    leaf(node);
  }

  /** A proof from facets, with the numbers that these have among all half-spaces. */
  private static FarkasCombination numbered(
      FarkasCombination proof, List<HalfSpace> facets, List<HalfSpace> all) {
    return new FarkasCombination(
        proof.ofSide(),
        proof.terms().stream()
            .map(
                term ->
                    new FarkasCombination.Term(
                        all.indexOf(facets.get(term.index())), term.multiplier()))
            .toList());
  }

  /** A point in each side that has inner points, and the proof of a side that has none. */
  private record Sides(
      Optional<RationalPoint> below,
      Optional<RationalPoint> above,
      Optional<SideOracle.Answer.Empty> empty) {
    boolean isBranch() {
      return below.isPresent() && above.isPresent();
    }

    FarkasCombination proof() {
      return empty.orElseThrow().proof();
    }
  }

  private Sides decide(Node node) {
    int side = node.prefix.above().side(node.point);
    Optional<RationalPoint> here = Optional.of(node.point);
    SideOracle.Answer below =
        side < 0 ? new SideOracle.Answer.Inside(node.point) : ask(node.prefix.below());
    SideOracle.Answer above =
        side > 0 ? new SideOracle.Answer.Inside(node.point) : ask(node.prefix.above());
    if (below instanceof SideOracle.Answer.Empty empty) {
      return new Sides(Optional.empty(), here, Optional.of(empty));
    }
    if (above instanceof SideOracle.Answer.Empty empty) {
      return new Sides(here, Optional.empty(), Optional.of(empty));
    }
    return new Sides(point(below), point(above), Optional.empty());
  }

  private static Optional<RationalPoint> point(SideOracle.Answer answer) {
    return Optional.of(((SideOracle.Answer.Inside) answer).point());
  }

  private SideOracle.Answer ask(HalfSpace side) {
    SideOracle.Answer answer = oracle.ask(side);
    tally.answered(answer instanceof SideOracle.Answer.Empty);
    return answer;
  }

  private void branch(Node node, Sides sides, int depth) throws IOException, RejectedException {
    for (boolean above : new boolean[] {false, true}) {
      HalfSpace half = above ? node.prefix.above() : node.prefix.below();
      Polytope part =
          node.polytope
              .clip(half)
              .orElseThrow(() -> new IllegalStateException("Z3's point is inside of nothing"));
      RationalPoint point = (above ? sides.above : sides.below).orElseThrow();
      visit(new Node(node.prefix.decided(above, true), part, point), depth + 1);
    }
  }

  private void leaf(Node node) throws IOException, RejectedException {
    Interval probability = tally.problem().probability(node.polytope);
    Region region = new Region(node.prefix, node.polytope, node.point, probability);
    if (tally.found(region)) {
      RegionTreeWriter.write(new RegionRule.Leaf(node.point, probability), out);
      regions.add(region);
    } else {
      RegionTreeWriter.write(new RegionRule.Hole(), out);
    }
  }
}
