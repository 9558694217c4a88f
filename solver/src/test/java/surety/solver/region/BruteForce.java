package surety.solver.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;

/**
 * All patterns of a small network of relus over the box [-1, 1]^n that have inner points: each of
 * the {@code 2^k} patterns is written out as strict inequalities, which Fourier and Motzkin's
 * elimination decides.
 */
final class BruteForce {
  private final Network network;
  private final int neurons;

  private BruteForce(Network network) {
    this.network = network;
    int count = 0;
    for (Layer layer : Layers.ofChain(network).orElseThrow()) {
      if (layer instanceof ActivationLayer a) {
        count += (int) a.activations().stream().filter(f -> f == Activation.RELU).count();
      }
    }
    this.neurons = count;
  }

  static Set<String> patterns(Network network) {
    BruteForce all = new BruteForce(network);
    Set<String> patterns = new TreeSet<>();
    for (int bits = 0; bits < 1 << all.neurons; bits++) {
      List<Rational[]> inequalities = new ArrayList<>();
      String pattern = all.write(bits, inequalities);
      if (!pattern.isEmpty() && isFeasible(inequalities, network.inputs())) {
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  /** The pattern, with its inequalities {@code a x + b > 0}; empty if a constant contradicts. */
  private String write(int bits, List<Rational[]> inequalities) {
    int n = network.inputs();
    StringBuilder pattern = new StringBuilder();
    Rational[][] values = new Rational[n][];
    for (int q = 0; q < n; q++) {
      values[q] = unit(n, q);
      inequalities.add(plus(unit(n, q), unit(n, n), Rational.ONE));
      inequalities.add(plus(unit(n, n), unit(n, q), Rational.ONE.negate()));
    }
    for (Layer layer : Layers.ofChain(network).orElseThrow()) {
      if (layer instanceof AffineLayer affine) {
        values = apply(affine, values);
      } else {
        ActivationLayer activations = (ActivationLayer) layer;
        for (int i = 0; i < values.length; i++) {
          if (activations.activation(i) == Activation.RELU) {
            boolean above = (bits >> pattern.length() & 1) == 1;
            if (isConstant(values[i])) {
              if (above != (values[i][n].signum() >= 0)) {
                return "";
              }
            } else {
              inequalities.add(above ? values[i] : negate(values[i]));
            }
            pattern.append(above ? '1' : '0');
            values[i] = above ? values[i] : plus(unit(n, n), unit(n, n), Rational.ONE.negate());
          }
        }
      }
    }
    return pattern.toString();
  }

  private static Rational[][] apply(AffineLayer layer, Rational[][] values) {
    int n = values[0].length - 1;
    Rational[][] result = new Rational[layer.rows()][];
    for (int row = 0; row < layer.rows(); row++) {
      Rational[] sum = plus(unit(n, n), unit(n, n), Rational.ONE.negate());
      sum[n] = Rational.ofDouble(layer.bias(row));
      for (int column = 0; column < layer.columns(); column++) {
        sum = plus(sum, values[column], Rational.ofDouble(layer.weight(row, column)));
      }
      result[row] = sum;
    }
    return result;
  }

  private static Rational[] unit(int n, int q) {
    Rational[] unit = new Rational[n + 1];
    Arrays.fill(unit, Rational.ZERO);
    unit[q] = Rational.ONE;
    return unit;
  }

  private static Rational[] plus(Rational[] a, Rational[] b, Rational factor) {
    Rational[] sum = new Rational[a.length];
    for (int k = 0; k < a.length; k++) {
      sum[k] = a[k].plus(factor.times(b[k]));
    }
    return sum;
  }

  private static Rational[] negate(Rational[] a) {
    return Arrays.stream(a).map(Rational::negate).toArray(Rational[]::new);
  }

  private static boolean isConstant(Rational[] a) {
    for (int k = 0; k < a.length - 1; k++) {
      if (!a[k].isZero()) {
        return false;
      }
    }
    return true;
  }

  /** Whether all are positive somewhere; eliminates one unknown after the other. */
  private static boolean isFeasible(List<Rational[]> inequalities, int unknowns) {
    List<Rational[]> rest = inequalities;
    for (int q = 0; q < unknowns; q++) {
      List<Rational[]> next = new ArrayList<>();
      for (Rational[] a : rest) {
        if (a[q].isZero()) {
          next.add(a);
        }
        for (Rational[] b : rest) {
          if (a[q].signum() > 0 && b[q].signum() < 0) {
            next.add(plus(scaled(a, b[q].negate()), b, a[q]));
          }
        }
      }
      rest = next;
    }
    return rest.stream().allMatch(a -> a[unknowns].signum() > 0);
  }

  private static Rational[] scaled(Rational[] a, Rational factor) {
    return Arrays.stream(a).map(x -> x.times(factor)).toArray(Rational[]::new);
  }
}
