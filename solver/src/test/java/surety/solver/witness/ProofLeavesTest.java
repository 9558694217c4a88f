package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.density.Distribution;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.Hole;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.writing.ProofWriter;

class ProofLeavesTest {
  private static final List<Input> INPUTS =
      List.of(
          new RandomInput(Distribution.parse("normal(1/3, 1/10)")),
          new FixedInput(Rational.of(7)),
          new RandomInput(Distribution.parse("triangular(0, 1/3, 3)")));

  private static final ExactProblem PROBLEM =
      Networks.problem(
          Network.chain(3, List.of(AffineLayer.of(new double[][] {{1, 1, 1}}, new double[1]))),
          new BandClaim(AffineForm.ofOutput(0, 1), new EvenThresholds(1)),
          INPUTS);

  /** Writes something with a writer. */
  private interface Script {
    void write(ProofWriter writer) throws IOException;
  }

  private static ProofLeaves read(Script script) throws IOException {
    return new ProofLeaves(PROBLEM.root(), new ByteArrayInputStream(bytes(script)));
  }

  private static byte[] bytes(Script script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      script.write(writer);
    }
    return bytes.toByteArray();
  }

  private static List<Leaf> all(ProofLeaves leaves) throws IOException, RejectedException {
    List<Leaf> all = new ArrayList<>();
    while (leaves.hasNext()) {
      all.add(leaves.next());
    }
    return all;
  }

  private static List<Range> hull(Leaf leaf) {
    return PROBLEM.space().hull(leaf.cell());
  }

  private static Range range(String lower, String upper) {
    return Range.of(Rational.parse(lower), Rational.parse(upper));
  }

  private static void assertNear(Range expected, Range actual) {
    assertEquals(plain(expected.lower()), plain(actual.lower()), 1e-15);
    assertEquals(plain(expected.upper()), plain(actual.upper()), 1e-15);
  }

  private static double plain(Optional<Rational> end) {
    return end.orElseThrow().doubleFloor();
  }

  private static double[] vertex(Leaf leaf, int k) {
    SimplexCell simplex = (SimplexCell) leaf.cell();
    return IntStream.range(0, 2)
        .mapToDouble(
            q -> PROBLEM.space().random().get(q).enclose(simplex.coordinate(k, q)).middle())
        .toArray();
  }

  @Test
  void theRootIsTheTruncatedDomainInUnitsOfTheInputs() throws IOException, RejectedException {
    List<Leaf> leaves = all(read(ProofWriter::boxLeaf));
    assertEquals(1, leaves.size());
    assertEquals(List.of(range("-7/15", "17/15"), range("0", "3")), hull(leaves.get(0)));
    assertEquals(1, leaves.get(0).mass(), 1e-4);
    assertEquals(new BoxLeaf(), leaves.get(0).rule());
    double[] centre = new SamplePoints(PROBLEM.space()).centre(leaves.get(0).cell());
    assertEquals(1.0 / 3, centre[0], 1e-12);
    assertEquals(1.5, centre[1], 1e-12);
  }

  @Test
  void cutsAreThoseOfTheTree() throws IOException, RejectedException {
    List<Leaf> leaves =
        all(
            read(
                w -> {
                  w.boxSplit(0, 0.1);
                  w.boxLeaf();
                  w.knotSplit(1, 0);
                  w.hole();
                  w.triangulate(new int[] {1, 1});
                  w.edgeSplit(0, 2, 0.1);
                  w.simplexLeaf(3);
                  w.simplexLeaf(0);
                  w.simplexLeaf(0);
                }));
    double cut = 1.0 / 3 + 0.1 / 10;
    double right = 17.0 / 15;
    assertNear(
        Range.of(Rational.parse("-7/15"), Rational.ofDouble(cut)), hull(leaves.get(0)).get(0));
    assertNear(range("0", "1/3"), hull(leaves.get(1)).get(1));
    assertEquals(new Hole(), leaves.get(1).rule());
    assertEquals(3, ((SimplexLeaf) leaves.get(2).rule()).layer());
    double[] low = {cut, 1.0 / 3};
    double[] high = {right, 3};
    double[] w = {cut + 0.1 * (right - cut), 1.0 / 3 + 0.1 * (3 - 1.0 / 3)};
    assertVertices(leaves.get(4), low, new double[] {cut, 3}, high);
    assertVertices(leaves.get(2), low, new double[] {right, 1.0 / 3}, w);
    assertVertices(leaves.get(3), w, new double[] {right, 1.0 / 3}, high);
    assertEquals(0.1, leaves.get(2).mass() / leaves.get(4).mass(), 1e-12);
    assertEquals(0.9, leaves.get(3).mass() / leaves.get(4).mass(), 1e-12);
  }

  private static void assertVertices(Leaf leaf, double[]... expected) {
    for (int k = 0; k < expected.length; k++) {
      assertArrayEquals(expected[k], vertex(leaf, k), 1e-14);
    }
  }

  private static void random(ProofWriter w, SplittableRandom random, int kind, int depth)
      throws IOException {
    boolean leaf = random.nextInt(5) < depth - 2;
    if (kind == 0) { // the root: knots first, so that all boxes lie in one piece
      w.knotSplit(1, 0);
      random(w, random, 1, depth + 1);
      random(w, random, 1, depth + 1);
    } else if (kind == 1 && leaf) {
      w.boxLeaf();
    } else if (kind == 1) {
      w.triangulate(new int[] {0, 0});
      random(w, random, 2, depth + 1);
      random(w, random, 2, depth + 1);
    } else if (leaf) {
      w.simplexLeaf(0);
    } else {
      int i = random.nextInt(2);
      w.edgeSplit(i, i + 1 + random.nextInt(2 - i), random.nextDouble(0.01, 0.99));
      random(w, random, 2, depth + 1);
      random(w, random, 2, depth + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void leavesPartitionTheRoot(long seed) throws IOException, RejectedException {
    List<Leaf> leaves = all(read(w -> random(w, new SplittableRandom(seed), 0, 0)));
    assertEquals(1, leaves.stream().mapToDouble(ProofLeavesTest::area).sum() / (1.6 * 3), 1e-12);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      double[] point = {random.nextDouble(-0.45, 1.1), random.nextDouble(0, 3)};
      assertEquals(1, leaves.stream().filter(leaf -> contains(leaf, point)).count());
    }
    for (Leaf leaf : leaves) {
      double[] centre = new SamplePoints(PROBLEM.space()).centre(leaf.cell());
      assertEquals(List.of(leaf), leaves.stream().filter(l -> contains(l, centre)).toList());
    }
  }

  private static double area(Leaf leaf) {
    if (leaf.cell() instanceof BoxCell) {
      return hull(leaf).stream()
          .mapToDouble(r -> plain(r.upper()) - plain(r.lower()))
          .reduce(1, (a, b) -> a * b);
    }
    return Math.abs(turn(vertex(leaf, 0), vertex(leaf, 1), vertex(leaf, 2))) / 2;
  }

  private static boolean contains(Leaf leaf, double[] point) {
    if (leaf.cell() instanceof BoxCell) {
      return IntStream.range(0, 2)
          .allMatch(q -> hull(leaf).get(q).contains(Rational.ofDouble(point[q])));
    }
    return IntStream.range(0, 3)
            .mapToDouble(k -> turn(vertex(leaf, k), vertex(leaf, (k + 1) % 3), point))
            .map(Math::signum)
            .distinct()
            .count()
        == 1;
  }

  /** Twice the area of a triangle, by the sign of its orientation. */
  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private static void assertRefused(Script script) throws IOException {
    ProofLeaves leaves = read(script);
    assertThrows(RejectedException.class, () -> all(leaves));
  }

  @Test
  void refusesWhatCannotBeWalked() throws IOException {
    assertRefused(w -> {});
    assertRefused(w -> w.boxSplit(0, 0));
    assertRefused(w -> w.boxSplit(2, 0));
    assertRefused(w -> w.boxSplit(0, Double.NaN));
    assertRefused(w -> w.knotSplit(0, 0));
    assertRefused(w -> w.knotSplit(1, 1));
    assertRefused(w -> w.edgeSplit(0, 1, 0.5));
    assertRefused(
        w -> {
          w.triangulate(new int[] {0, 0});
          w.boxSplit(0, 0);
        });
    assertRefused(
        w -> {
          w.triangulate(new int[] {0, 0});
          w.edgeSplit(0, 3, 0.5);
        });
  }

  @Test
  void nothingFollowsTheLastLeaf() throws IOException, RejectedException {
    ProofLeaves leaves = read(ProofWriter::boxLeaf);
    leaves.next();
    assertFalse(leaves.hasNext());
    assertThrows(NoSuchElementException.class, leaves::next);
  }
}
