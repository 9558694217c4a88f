package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class IndexMapTest {

  private static Shape shape(Integer... dims) {
    return Shape.SCALAR.then(dims);
  }

  private static IndexMap of(Integer... dims) {
    return IndexMap.of(shape(dims));
  }

  private static void assertSources(IndexMap map, int... sources) {
    assertArrayEquals(sources, map.sources());
  }

  @Test
  void broadcastingRepeatsDimensionsOfOne() {
    assertSources(of(3).broadcast(shape(2, 3)), 0, 1, 2, 0, 1, 2);
    assertSources(of(2, 1).broadcast(shape(2, 3)), 0, 0, 0, 1, 1, 1);
    assertSources(of().broadcast(shape(2, 3)), new int[6]);
    assertEquals(shape(2, 3), of(3).broadcast(shape(2, 3)).shape());
  }

  @Test
  void transposingFollowsThePermutation() {
    assertSources(of(2, 3).permuted(1, 0), 0, 3, 1, 4, 2, 5);
    assertEquals(shape(3, 2), of(2, 3).permuted(1, 0).shape());
    assertSources(of(2, 2, 2).permuted(2, 0, 1), 0, 2, 4, 6, 1, 3, 5, 7);
  }

  @Test
  void indicesMayBeOutside() {
    assertSources(of(2, 3).with(1, 5, i -> i < 3 ? i : -1), 0, 1, 2, 6, 6, 3, 4, 5, 6, 6);
    assertSources(of(2, 2).with(0, 3, i -> i - 1).with(1, 1, i -> 1), 4, 1, 3);
    assertSources(of(2, 2).with(0, 1, i -> -1).permuted(1, 0), 4, 4);
  }

  @Test
  void aScalarHasOneElementAndAnEmptyTensorNone() {
    assertSources(of(), 0);
    assertSources(of(3, 0));
    assertSources(of(Integer.MAX_VALUE, 0));
    assertSources(of(0, Integer.MAX_VALUE).permuted(1, 0));
  }

  @Test
  void dimensionsMayBeTooLargeForATensor() {
    long[] dims = {1L << 30, 1L << 30};
    assertArrayEquals(dims, of(1, 1).broadcast(shape(1 << 30, 1 << 30)).dims());
  }

  /** Any composition of maps is the composition of what the naive twin does. */
  @Test
  void mapsAreTheirNaiveTwins() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 500; round++) {
      int[] dims = random.ints(random.nextInt(1, 5), 1, 4).toArray();
      Rational[] numbers =
          IntStream.range(0, NaiveTensor.size(dims))
              .mapToObj(Rational::of)
              .toArray(Rational[]::new);
      NaiveTensor tensor = NaiveTensor.of(dims, numbers);
      IndexMap map = IndexMap.of(tensor.shape());
      for (int step = 0; step < 3; step++) {
        int axis = random.nextInt(dims.length);
        if (random.nextBoolean()) {
          int[] picked = random.ints(random.nextInt(1, 4), 0, tensor.dims()[axis]).toArray();
          tensor = tensor.picked(axis, picked);
          map = map.with(axis, picked.length, i -> picked[i]);
        } else {
          int[] order =
              IntStream.range(0, dims.length).map(i -> (i + axis) % dims.length).toArray();
          tensor = tensor.transposed(order);
          map = map.permuted(order);
        }
      }
      assertEquals(tensor.shape(), map.shape());
      List<Rational> expected = tensor.elements();
      assertEquals(expected, Arrays.stream(map.sources()).mapToObj(Rational::of).toList());
    }
  }
}
