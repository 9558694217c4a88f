package surety.certificates.onnx;

import java.util.Arrays;
import surety.certificates.network.AffineLayer;

/** Layers that copy their inputs, in some order. */
final class Selections {

  private Selections() {}

  /** The layer whose row i is element {@code sources[i]} of its inputs. */
  static AffineLayer of(int columns, int[] sources) {
    double[] ones = new double[sources.length];
    Arrays.fill(ones, 1);
    return AffineLayer.selection(columns, sources, ones, new double[sources.length]);
  }

  static AffineLayer identity(int size) {
    int[] sources = new int[size];
    Arrays.setAll(sources, i -> i);
    return of(size, sources);
  }
}
