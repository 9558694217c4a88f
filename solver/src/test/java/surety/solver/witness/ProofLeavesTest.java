package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.rejection.RejectedException;
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

  private static final List<Truncation> TRUNCATIONS =
      List.of(new Truncation(-4, 8), new Truncation(0, 0));

  /** Writes something with a writer. */
  private interface Script {
    void write(ProofWriter writer) throws IOException;
  }

  private static ProofLeaves read(Script script) throws IOException {
    return new ProofLeaves(INPUTS, TRUNCATIONS, new ByteArrayInputStream(bytes(script)));
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

  private static List<Rational> point(String... coordinates) {
    return IntStream.range(0, coordinates.length)
        .mapToObj(i -> Rational.parse(coordinates[i]))
        .toList();
  }

  @Test
  void theRootIsTheTruncatedDomainInUnitsOfTheInputs() throws IOException, RejectedException {
    List<Leaf> leaves = all(read(ProofWriter::boxLeaf));
    assertEquals(1, leaves.size());
    assertEquals(ExactBox.of(point("-1/15", "0"), point("17/15", "3")), leaves.get(0).cell());
    assertEquals(1, leaves.get(0).mass(), 1e-4); // P(-4 < N < 8)
    assertEquals(8.0 / 15, leaves.get(0).centre()[0], 1e-12);
  }

  @Test
  void cutsAreExact() throws IOException, RejectedException {
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
                  w.simplexLeaf(0);
                  w.simplexLeaf(0);
                  w.simplexLeaf(0);
                }));
    Rational tenth = Rational.ofDouble(0.1);
    Rational cut = Rational.of(1, 3).plus(tenth.times(Rational.of(1, 10)));
    Rational right = Rational.of(17, 15);
    assertEquals(
        ExactBox.of(point("-1/15", "0"), List.of(cut, Rational.of(3))), leaves.get(0).cell());
    assertEquals(
        ExactBox.of(List.of(cut, Rational.ZERO), List.of(right, Rational.of(1, 3))),
        leaves.get(1).cell());
    List<Rational> low = List.of(cut, Rational.of(1, 3));
    List<Rational> high = List.of(right, Rational.of(3));
    List<Rational> first = List.of(right, Rational.of(1, 3));
    List<Rational> second = List.of(cut, Rational.of(3));
    assertEquals(new ExactSimplex(List.of(low, second, high)), leaves.get(4).cell());
    List<Rational> w =
        IntStream.range(0, 2)
            .mapToObj(k -> low.get(k).plus(tenth.times(high.get(k).minus(low.get(k)))))
            .toList();
    assertEquals(new ExactSimplex(List.of(low, first, w)), leaves.get(2).cell());
    assertEquals(new ExactSimplex(List.of(w, first, high)), leaves.get(3).cell());
    assertEquals(0.1, leaves.get(2).mass() / leaves.get(4).mass(), 1e-12);
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
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<Rational> point =
          List.of(
              Rational.ofDouble(random.nextDouble(-0.05, 1.1)),
              Rational.ofDouble(random.nextDouble(0, 3)));
      long around = leaves.stream().filter(leaf -> leaf.cell().contains(point)).count();
      long inside = leaves.stream().filter(leaf -> leaf.cell().containsInside(point)).count();
      assertTrue(around >= 1 && inside <= 1 && (around == inside || around > 1));
    }
    for (Leaf leaf : leaves) {
      List<Rational> centre = leaf.cell().centre();
      assertTrue(leaf.cell().containsInside(centre));
      assertEquals(1, leaves.stream().filter(l -> l.cell().contains(centre)).count());
      assertEquals(EventEstimate.nearest(centre.get(0)), leaf.centre()[0], 1e-9);
    }
  }

  @Test
  void outsideCoversTheTruncatedTails() throws IOException {
    List<Leaf> outside = read(ProofWriter::hole).outside();
    assertEquals(2, outside.size());
    assertTrue(outside.get(0).cell().contains(point("-100", "2")));
    assertFalse(outside.get(0).cell().contains(point("0", "2")));
    assertTrue(outside.get(1).cell().contains(point("17/15", "0")));
  }

  @Test
  void aSourceStartsAgainAndStopsWhenTold() throws IOException, RejectedException {
    byte[] tree =
        bytes(
            w -> {
              w.boxSplit(0, 0);
              w.boxLeaf();
              w.boxLeaf();
            });
    LeafSource source =
        ProofLeaves.source(INPUTS, TRUNCATIONS, () -> new ByteArrayInputStream(tree));
    for (int round = 0; round < 2; round++) {
      List<Leaf> seen = new ArrayList<>();
      assertTrue(source.visit(seen::add));
      assertEquals(4, seen.size());
    }
    List<Leaf> one = new ArrayList<>();
    assertFalse(
        source.visit(
            leaf -> {
              one.add(leaf);
              return false;
            }));
    assertEquals(1, one.size());
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
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProofLeaves(INPUTS, List.of(), new ByteArrayInputStream(new byte[0])));
  }

  @Test
  void nothingFollowsTheLastLeaf() throws IOException, RejectedException {
    ProofLeaves leaves = read(ProofWriter::boxLeaf);
    leaves.next();
    assertFalse(leaves.hasNext());
    assertThrows(NoSuchElementException.class, leaves::next);
  }
}
