package surety.certificates.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BinaryOperator;
import surety.certificates.arithmetic.Rational;

/**
 * Convolutions and pools, written index by index from the text of the standard.
 *
 * @param before how many places are put before each spatial axis
 * @param results the lengths of the spatial axes behind it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NaiveWindows(int[] taps, int[] strides, int[] dilations, int[] before, int[] results) {

  /** What a place of the result becomes through a tap; the place in the input, or outside. */
  private int[] source(int[] place, int[] tap) {
    int[] source = new int[place.length];
    Arrays.setAll(source, i -> place[i] * strides[i] + tap[i] * dilations[i] - before[i]);
    return source;
  }

  private static boolean isInside(int[] place, int[] dims) {
    for (int i = 0; i < place.length; i++) {
      if (place[i] < 0 || place[i] >= dims[2 + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether each window covers something of an axis. */
  boolean hasPlaceInside(int axis, int length) {
    for (int result = 0; result < results[axis]; result++) {
      boolean has = false;
      for (int tap = 0; tap < taps[axis]; tap++) {
        int source = result * strides[axis] + tap * dilations[axis] - before[axis];
        has |= source >= 0 && source < length;
      }
      if (!has) {
        return false;
      }
    }
    return true;
  }

  private static int[] index(int first, int second, int[] rest) {
    int[] index = new int[2 + rest.length];
    index[0] = first;
    index[1] = second;
    System.arraycopy(rest, 0, index, 2, rest.length);
    return index;
  }

  private static int[] spatial(int[] index) {
    return Arrays.copyOfRange(index, 2, index.length);
  }

  NaiveTensor convolution(NaiveTensor x, NaiveTensor w, NaiveTensor bias, int groups) {
    int[] dims = index(x.dims()[0], w.dims()[0], results);
    int channels = w.dims()[1];
    Rational[] y = new Rational[NaiveTensor.size(dims)];
    for (int i = 0; i < y.length; i++) {
      int[] at = NaiveTensor.index(dims, i);
      int group = at[1] / (w.dims()[0] / groups);
      y[i] = bias.at(at[1]);
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < NaiveTensor.size(taps); k++) {
          int[] tap = NaiveTensor.index(taps, k);
          int[] source = source(spatial(at), tap);
          if (isInside(source, x.dims())) {
            Rational value = x.at(index(at[0], group * channels + c, source));
            y[i] = y[i].plus(value.times(w.at(index(at[1], c, tap))));
          }
        }
      }
    }
    return NaiveTensor.of(dims, y);
  }

  /** Each number of x is added to the result through each tap. */
  NaiveTensor transposed(NaiveTensor x, NaiveTensor w, NaiveTensor bias, int groups) {
    int perGroup = w.dims()[1];
    int[] dims = index(x.dims()[0], perGroup * groups, results);
    Rational[] y = new Rational[NaiveTensor.size(dims)];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias.at(NaiveTensor.index(dims, i)[1]);
    }
    for (int j = 0; j < x.elements().size(); j++) {
      int[] from = NaiveTensor.index(x.dims(), j);
      int group = from[1] / (x.dims()[1] / groups);
      for (int m = 0; m < perGroup; m++) {
        for (int k = 0; k < NaiveTensor.size(taps); k++) {
          int[] tap = NaiveTensor.index(taps, k);
          int[] target = source(spatial(from), tap);
          if (isInside(target, dims)) {
            int number = number(dims, index(from[0], group * perGroup + m, target));
            Rational product = x.elements().get(j).times(w.at(index(from[1], m, tap)));
            y[number] = y[number].plus(product);
          }
        }
      }
    }
    return NaiveTensor.of(dims, y);
  }

  private static int number(int[] dims, int[] index) {
    int number = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      number = number * dims[axis] + index[axis];
    }
    return number;
  }

  NaiveTensor greatest(NaiveTensor x) {
    return pooled(x, (a, b) -> a.compareTo(b) >= 0 ? a : b, false);
  }

  /** Each sum over the number of places that are counted. */
  NaiveTensor average(NaiveTensor x, boolean countsPads) {
    NaiveTensor sums = pooled(x, Rational::plus, false);
    NaiveTensor counts = pooled(x.map(each -> Rational.ONE), Rational::plus, countsPads);
    return sums.with(counts, Rational::dividedBy);
  }

  /**
   * Combines what a window covers.
   *
   * @param withPads whether places outside count as ones; they are left out else
   */
  private NaiveTensor pooled(NaiveTensor x, BinaryOperator<Rational> operation, boolean withPads) {
    int[] dims = index(x.dims()[0], x.dims()[1], results);
    Rational[] y = new Rational[NaiveTensor.size(dims)];
    for (int i = 0; i < y.length; i++) {
      int[] at = NaiveTensor.index(dims, i);
      Optional<Rational> all = Optional.empty();
      for (int k = 0; k < NaiveTensor.size(taps); k++) {
        int[] source = source(spatial(at), NaiveTensor.index(taps, k));
        boolean isInside = isInside(source, x.dims());
        if (isInside || withPads) {
          Rational value = isInside ? x.at(index(at[0], at[1], source)) : Rational.ONE;
          all = Optional.of(all.map(before -> operation.apply(before, value)).orElse(value));
        }
      }
      y[i] = all.orElseThrow();
    }
    return NaiveTensor.of(dims, y);
  }
}
