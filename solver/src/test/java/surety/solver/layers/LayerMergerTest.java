package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

class LayerMergerTest {

  private static final AffineLayer MATRIX =
      AffineLayer.of(new double[][] {{1, 2}, {3, -4}, {0, 0.1}}, new double[] {1, 0, 0.1});

  private static List<Layer> merge(Layer... layers) {
    return LayerMerger.merge(List.of(layers), Budget.of(0));
  }

  private static AffineLayer scale(double... factors) {
    return AffineLayer.diagonal(factors, new double[factors.length]);
  }

  private static AffineLayer shift(double... biases) {
    double[] ones = new double[biases.length];
    Arrays.fill(ones, 1);
    return AffineLayer.diagonal(ones, biases);
  }

  @Test
  void aBiasGoesIntoTheMatrixBeforeIt() {
    AffineLayer merged =
        AffineLayer.of(new double[][] {{1, 2}, {3, -4}, {0, 0.1}}, new double[] {2, 7, 0.1});
    assertEquals(List.of(merged), merge(MATRIX, shift(1, 7, 0)));
  }

  @Test
  void aBiasThatWouldRoundStaysALayer() {
    assertEquals(
        List.of(MATRIX, shift(0, 0, 0.3)), merge(MATRIX, shift(0, 0, 0.3)), "0.1 + 0.3 rounds");
    assertEquals(
        List.of(MATRIX, shift(0x1p-60, 0, 0)), merge(MATRIX, shift(0x1p-60, 0, 0)), "absorbed");
  }

  @Test
  void aFactorThatWouldRoundStaysALayer() {
    assertEquals(1, merge(MATRIX, scale(0.1, 2, 2)).size());
    assertEquals(2, merge(MATRIX, scale(0.1, 0.1, 1)).size(), "3 * 0.1 rounds");
    assertEquals(2, merge(MATRIX, scale(1, 1, 0.1)).size(), "0.1 * 0.1 rounds");
    assertEquals(2, merge(scale(0.1, 1), MATRIX).size(), "3 * 0.1 rounds");
  }

  @Test
  void aFactorGoesIntoTheMatrixBehindIt() {
    AffineLayer merged =
        AffineLayer.of(new double[][] {{2, -2}, {6, 4}, {0, -0.1}}, new double[] {1, 0, 0.1});
    assertEquals(List.of(merged), merge(scale(2, -1), MATRIX));
  }

  @Test
  void aMeanGoesIntoTheMatrixBehindItOnlyExactly() {
    assertEquals(1, merge(shift(1, 0), MATRIX).size());
    assertEquals(2, merge(shift(0, 3), MATRIX).size(), "0.1 * 3 + 0.1 rounds");
  }

  @Test
  void copiesAndPermutationsMerge() {
    AffineLayer swap =
        AffineLayer.selection(2, new int[] {1, 0}, new double[] {1, 1}, new double[2]);
    assertEquals(List.of(), merge(swap, swap), "what is left is the identity");
    AffineLayer swapped =
        AffineLayer.of(new double[][] {{2, 1}, {-4, 3}, {0.1, 0}}, new double[] {1, 0, 0.1});
    assertEquals(List.of(swapped), merge(swap, MATRIX));
    AffineLayer both =
        AffineLayer.selection(1, new int[] {0, 0}, new double[] {1, 1}, new double[2]);
    assertEquals(
        List.of(AffineLayer.of(new double[][] {{3}, {-1}, {0.1}}, new double[] {1, 0, 0.1})),
        merge(both, MATRIX));
  }

  @Test
  void nothingGrows() {
    AffineLayer row = AffineLayer.of(new double[][] {{1, 2}}, new double[1]);
    AffineLayer copy = AffineLayer.selection(1, new int[3], new double[] {1, 1, 1}, new double[3]);
    assertEquals(2, merge(row, copy).size());
  }

  @Test
  void identitiesVanishAndActivationsStay() {
    ActivationLayer relu = ActivationLayer.uniform(2, Activation.RELU);
    assertEquals(List.of(relu), merge(shift(0, 0), relu, scale(1, 1)));
    assertEquals(List.of(scale(2, 2), relu, scale(2, 2)), merge(scale(2, 2), relu, scale(2, 2)));
    assertEquals(List.of(), merge(shift(1, 2), shift(-1, -2)));
  }

  @Test
  void withBranchesCopiesMergeAndSumsDo() {
    AffineLayer copy =
        AffineLayer.selection(
            2, new int[] {1, 0, 1}, new double[] {2, 1, 1}, new double[] {0, 0, 5});
    AffineLayer shiftedCopy =
        AffineLayer.selection(
            2, new int[] {1, 0, 1}, new double[] {2, 1, 1}, new double[] {2, 3, 6});
    List<Layer> layers = List.of(shift(3, 1), copy);
    assertEquals(2, merge(shift(3, 1), copy).size());
    assertEquals(List.of(shiftedCopy), LayerMerger.mergeBranches(layers, Budget.of(0)));
    AffineLayer sum = AffineLayer.of(new double[][] {{1, -1, 0}, {0, 2, 1}}, new double[] {1, 0});
    assertEquals(2, merge(MATRIX, sum).size());
    assertEquals(
        2, LayerMerger.mergeBranches(List.of(MATRIX, sum), Budget.of(0)).size(), "-8 + 0.1");
    AffineLayer tenth = AffineLayer.of(new double[][] {{1, -1, 0}, {0, 0, 1}}, new double[] {1, 0});
    AffineLayer exact = AffineLayer.of(new double[][] {{-2, 6}, {0, 0.1}}, new double[] {2, 0.1});
    assertEquals(List.of(exact), LayerMerger.mergeBranches(List.of(MATRIX, tenth), Budget.of(0)));
  }

  @Test
  void withoutBudgetLayersStayApart() {
    Budget spent = Budget.of(0);
    spent.spend(1 << 20, "all");
    assertEquals(
        List.of(MATRIX, shift(1, 1, 1)), LayerMerger.merge(List.of(MATRIX, shift(1, 1, 1)), spent));
  }

  @Test
  void theFunctionStaysExactlyTheSame() {
    SplittableRandom random = new SplittableRandom(7);
    int merged = 0;
    for (int i = 0; i < 600; i++) {
      List<Layer> layers = new ArrayList<>();
      for (int k = 0; k < 5; k++) {
        layers.add(layer(random));
      }
      List<Layer> fewer =
          i % 2 == 0
              ? LayerMerger.merge(layers, Budget.of(0))
              : LayerMerger.mergeBranches(layers, Budget.of(0));
      merged += layers.size() - fewer.size();
      Rational[] x = {Rational.of(random.nextInt(-9, 10), 7), Rational.of(i, 9), Rational.ONE};
      assertArrayEquals(
          Network.chain(3, layers).evaluateExactly(x), Network.chain(3, fewer).evaluateExactly(x));
    }
    assertTrue(merged > 600, "merged " + merged);
  }

  private static Layer layer(SplittableRandom random) {
    double[] numbers = new double[9];
    Arrays.setAll(
        numbers,
        i ->
            random.nextInt(4) == 0
                ? (float) random.nextDouble(-1, 1)
                : random.nextInt(-4, 5) / 4.0);
    double[] three = Arrays.copyOf(numbers, 3);
    double[] last = Arrays.copyOfRange(numbers, 6, 9);
    int[] sources = random.ints(3, 0, 3).toArray();
    return switch (random.nextInt(5)) {
      case 0 -> AffineLayer.dense(3, 3, numbers, three);
      case 1 -> ActivationLayer.uniform(3, Activation.RELU);
      case 2 -> AffineLayer.selection(3, sources, three, last);
      case 3 -> scale(three);
      default -> shift(three);
    };
  }
}
