package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;

/** For piecewise linear networks Z3 shows, over the reals, that no point is on the wrong side. */
class BoundingNetworksByZ3Test {

  @ParameterizedTest
  @CsvSource({"1, 0.1", "2, 0.1", "3, 0.3", "4, 0.7"})
  void noPointIsOnTheWrongSide(long seed, double slope) throws BoundingException {
    // the slopes are no floats, so the bounds are not the network itself
    Network network = Samples.network(seed, PiecewiseLinear.leakyRelu(slope), 2, 3, 2);
    List<Interval> box = Samples.box(2, -1, 1.5);
    BoundingPair pair = BoundingNetworks.of(network, box, 1);
    assertEquals(Status.UNSATISFIABLE, above(pair.lower(), network, box, "0"));
    assertEquals(Status.UNSATISFIABLE, above(network, pair.upper(), box, "0"));
  }

  /** The oracle would notice: a bound less far away than the distance is violated. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void somePointIsNearerThanTheDistance(long seed) throws BoundingException {
    Network network = Samples.network(seed, PiecewiseLinear.leakyRelu(0.1), 2, 3, 2);
    List<Interval> box = Samples.box(2, -1, 1.5);
    BoundingPair pair = BoundingNetworks.of(network, box, 1);
    assertEquals(Status.SATISFIABLE, above(network, pair.upper(), box, "1/1000"));
    assertEquals(Status.SATISFIABLE, above(pair.lower(), network, box, "1/1000"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void reluNetworksAreTheirOwnBounds(long seed) throws BoundingException {
    Network network = Samples.network(seed, Activation.RELU, 2, 3, 3);
    List<Interval> box = Samples.box(2, -1, 1);
    BoundingPair pair = BoundingNetworks.of(network, box, 5);
    assertEquals(Status.UNSATISFIABLE, above(pair.lower(), network, box, "0"));
    assertEquals(Status.UNSATISFIABLE, above(network, pair.upper(), box, "0"));
  }

  /** Whether {@code high(x) + shift > low(x)} for some x of the box. */
  private static Status above(Network high, Network low, List<Interval> box, String shift) {
    try (Context context = new Context()) {
      Solver solver = context.mkSolver();
      List<ArithExpr<RealSort>> inputs = new ArrayList<>();
      for (int i = 0; i < box.size(); i++) {
        ArithExpr<RealSort> x = context.mkRealConst("x" + i);
        solver.add(
            new BoolExpr[] {
              context.mkGe(x, number(context, box.get(i).lower())),
              context.mkLe(x, number(context, box.get(i).upper()))
            });
        inputs.add(x);
      }
      ArithExpr<RealSort> raised =
          context.mkAdd(value(context, high, inputs), context.mkReal(shift));
      solver.add(new BoolExpr[] {context.mkGt(raised, value(context, low, inputs))});
      return solver.check();
    }
  }

  private static ArithExpr<RealSort> number(Context context, double x) {
    return context.mkReal(Rational.ofDouble(x).toString());
  }

  private static ArithExpr<RealSort> value(
      Context context, Network network, List<ArithExpr<RealSort>> inputs) {
    List<ArithExpr<RealSort>> values = inputs;
    for (Layer layer : Layers.ofChain(network).orElseThrow()) {
      List<ArithExpr<RealSort>> next = new ArrayList<>();
      for (int i = 0; i < layer.outputs(); i++) {
        next.add(
            layer instanceof AffineLayer affine
                ? row(context, affine, i, values)
                : apply(context, ((ActivationLayer) layer).activation(i), values.get(i)));
      }
      values = next;
    }
    return values.get(0);
  }

  private static ArithExpr<RealSort> row(
      Context context, AffineLayer layer, int row, List<ArithExpr<RealSort>> x) {
    ArithExpr<RealSort> sum = number(context, layer.bias(row));
    for (int column = 0; column < layer.columns(); column++) {
      if (layer.weight(row, column) != 0) {
        ArithExpr<RealSort> weight = number(context, layer.weight(row, column));
        sum = context.mkAdd(sum, context.mkMul(weight, x.get(column)));
      }
    }
    return sum;
  }

  private static ArithExpr<RealSort> apply(
      Context context, Activation activation, ArithExpr<RealSort> x) {
    double slope = activation.equals(Activation.RELU) ? 0 : activation.slope(-1);
    ArithExpr<RealSort> zero = context.mkReal(0);
    Expr<RealSort> chosen =
        context.mkITE(context.mkGe(x, zero), x, context.mkMul(number(context, slope), x));
    return (ArithExpr<RealSort>) chosen;
  }
}
