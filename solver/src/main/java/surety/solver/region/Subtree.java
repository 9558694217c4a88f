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
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionRule;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.StoppedException;
import surety.certificates.writing.RegionTreeWriter;

/**
 * Enumerates the regions below one node, depth first. At a kink, the vertices of the node's
 * polytope show which sides have inner points, and give the proof that the other one has none; Z3
 * gives it where they do not. Deep enough below the first node, subtrees are left to others.
 */
final class Subtree {
  /** A place in the enumeration, and where it is. */
  record Node(Prefix prefix, Polytope polytope) {}

  /** Bytes of the tree, or a subtree that is still to be enumerated. */
  sealed interface Part {
    /** Bytes, with the regions whose leaves are among them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Done(byte[] tree, List<Region> regions) implements Part {}

    /** A subtree. */
    record Open(Node node) implements Part {}
  }

  private final RegionProblem problem;
  private final Tally tally;
  private final int branches;
  private final List<Part> parts = new ArrayList<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private DataOutputStream out = new DataOutputStream(bytes);
  private List<Region> regions = new ArrayList<>();

  /** Made where it is needed: the library takes long to load. */
  private Optional<SideOracle> oracle = Optional.empty();

  private Subtree(RegionProblem problem, Tally tally, int branches) {
    this.problem = problem;
    this.tally = tally;
    this.branches = branches;
  }

  /**
   * Enumerates.
   *
   * @param branches after how many branches a subtree is left to others
   */
  static List<Part> enumerate(Node root, RegionProblem problem, Tally tally, int branches)
      throws RejectedException {
    Subtree subtree = new Subtree(problem, tally, branches);
    try {
      subtree.visitUntilStopped(root);
      subtree.finishPart();
      return subtree.parts;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    } finally {
      subtree.oracle.ifPresent(SideOracle::close);
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

  /** From the node on without further branches. */
  private void visit(Node start, int depth) throws IOException, RejectedException {
    Node node = start;
    List<HalfSpace> facets = node.polytope.facets();
    VertexProofs vertices = new VertexProofs(node.polytope, facets);
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
      boolean isBelow = vertices.isMet(node.prefix.below());
      boolean isAbove = vertices.isMet(node.prefix.above());
      tally.answered(!isBelow || !isAbove);
      if (isBelow && isAbove) {
        RegionTreeWriter.write(new RegionRule.Branch(), out);
        branch(node, depth);
        return;
      }
      HalfSpace empty = isAbove ? node.prefix.below() : node.prefix.above();
      FarkasCombination proof = proof(vertices, facets, empty);
      RegionTreeWriter.write(
          new RegionRule.Fixed(isBelow, numbered(proof, facets, node.prefix.halfSpaces())), out);
      node = new Node(node.prefix.decided(isAbove, false), node.polytope);
    }
    leaf(node, facets);
  }

  /** From the vertices, or else from Z3. */
  private FarkasCombination proof(VertexProofs vertices, List<HalfSpace> facets, HalfSpace empty) {
    return vertices.proof(empty).orElseGet(() -> byZ3(facets, empty));
  }

  /** Z3 is only told the facets: the fewer half-spaces there are, the faster it is. */
  private FarkasCombination byZ3(List<HalfSpace> facets, HalfSpace empty) {
    SideOracle z3 = oracle.orElseGet(() -> new SideOracle(empty.normal().size(), tally.stop()));
    oracle = Optional.of(z3);
    z3.replace(facets);
    if (z3.ask(empty) instanceof SideOracle.Answer.Empty answer) {
      return answer.proof();
    }
    throw new IllegalStateException("Z3 finds a point where no vertex is");
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

  private void branch(Node node, int depth) throws IOException, RejectedException {
    for (boolean above : new boolean[] {false, true}) {
      HalfSpace half = above ? node.prefix.above() : node.prefix.below();
      Polytope part =
          node.polytope
              .clip(half)
              .orElseThrow(() -> new IllegalStateException("a vertex is inside of nothing"));
      visit(new Node(node.prefix.decided(above, true), part), depth + 1);
    }
  }

  private void leaf(Node node, List<HalfSpace> facets) throws IOException, RejectedException {
    Interval probability = problem.probability(node.polytope);
    RationalPoint point = InnerPoint.of(node.polytope, facets);
    Region region = new Region(node.prefix, node.polytope, point, probability);
    if (tally.found(region)) {
      RegionTreeWriter.write(new RegionRule.Leaf(point, probability), out);
      regions.add(region);
    } else {
      RegionTreeWriter.write(new RegionRule.Hole(), out);
    }
  }
}
