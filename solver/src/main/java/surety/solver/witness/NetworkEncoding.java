package surety.solver.witness;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.RealSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;

/**
 * A network over a cell as a formula of linear real arithmetic for Z3: exact, since weights are
 * doubles and so rationals.
 *
 * <p>A dense affine layer defines a variable for each row. A ReLU whose sign is proven over the cell
 * is its linear piece; another one is a variable r with {@code (s <= 0 and r = 0) or (s >= 0 and r =
 * s)}, which is r = max(s, 0), and the lines r >= 0, r >= s and the chord from above, which follow
 * from it over the cell and let Z3 refute without a case distinction. So the solutions of {@link
 * #constraints} are exactly the points of the cell within the supports, with their values.
 *
 * <p>Lives as long as the context it was made in, and in its thread.
 */
final class NetworkEncoding {
  private final Context context;
  private final CellBounds bounds;
  private final List<BoolExpr> constraints = new ArrayList<>();
  private final CellEncoding cell;
  private final List<Expr<RealSort>> outputs;
  private int named;

  private NetworkEncoding(
      Context context, Network network, InputSpace space, ExactCell cell, CellBounds bounds) {
    this.context = context;
    this.bounds = bounds;
    this.cell = CellEncoding.of(context, cell);
    constraints.addAll(this.cell.constraints());
    encodeSupports(space);
    List<Expr<RealSort>> values = inputs(space);
    int activation = 0;
    for (Layer layer : network.layers()) {
      if (layer instanceof AffineLayer affine) {
        values = affine(affine, values);
      } else {
        values = activation((ActivationLayer) layer, activation, values);
        activation++;
      }
    }
    this.outputs = List.copyOf(values);
  }

  /**
   * The encoding over a cell.
   *
   * @param bounds of the same network over the same cell
   */
  static NetworkEncoding of(
      Context context, Network network, InputSpace space, ExactCell cell, CellBounds bounds) {
    return new NetworkEncoding(context, network, space, cell, bounds);
  }

  /** What holds for the variables of a point of the cell. */
  List<BoolExpr> constraints() {
    return constraints;
  }

  /** The cell's own part: the random inputs and the interior. */
  CellEncoding cell() {
    return cell;
  }

  /** The outputs of the network. */
  List<Expr<RealSort>> outputs() {
    return outputs;
  }

  /** The event's form of the outputs. */
  Expr<RealSort> form(Event event) {
    List<Expr<RealSort>> terms = new ArrayList<>();
    for (int j = 0; j < outputs.size(); j++) {
      addTerm(terms, event.form().coefficients().get(j), outputs.get(j));
    }
    return Terms.sum(context, terms);
  }

  /** The event itself. */
  BoolExpr holds(Event event) {
    Expr<RealSort> form = form(event);
    RatNum threshold = Terms.number(context, event.threshold());
    return switch (event.comparison()) {
      case LESS -> context.mkLt(form, threshold);
      case LESS_OR_EQUAL -> context.mkLe(form, threshold);
      case GREATER -> context.mkGt(form, threshold);
      case GREATER_OR_EQUAL -> context.mkGe(form, threshold);
    };
  }

  private List<Expr<RealSort>> inputs(InputSpace space) {
    List<Expr<RealSort>> inputs = new ArrayList<>();
    int next = 0;
    for (Optional<Rational> fixed : space.fixed()) {
      inputs.add(
          fixed.isPresent()
              ? Terms.number(context, fixed.get())
              : cell.inputs().get(next++));
    }
    return inputs;
  }

  private void encodeSupports(InputSpace space) {
    for (int i = 0; i < space.dimension(); i++) {
      Expr<RealSort> x = cell.inputs().get(i);
      BoolExpr[] ranges =
          space.supports().get(i).stream()
              .map(range -> Terms.within(context, x, range))
              .toArray(BoolExpr[]::new);
      constraints.add(context.mkOr(ranges));
    }
  }

  private List<Expr<RealSort>> affine(AffineLayer layer, List<Expr<RealSort>> values) {
    List<Expr<RealSort>> rows = new ArrayList<>(layer.rows());
    for (int row = 0; row < layer.rows(); row++) {
      List<Expr<RealSort>> terms = new ArrayList<>();
      int from = layer.isSelection() ? layer.source(row) : 0;
      int to = layer.isSelection() ? from + 1 : layer.columns();
      for (int column = from; column < to; column++) {
        addTerm(terms, Rational.ofDouble(layer.weight(row, column)), values.get(column));
      }
      if (layer.bias(row) != 0) {
        terms.add(Terms.number(context, Rational.ofDouble(layer.bias(row))));
      }
      Expr<RealSort> sum = Terms.sum(context, terms);
      rows.add(terms.size() > 2 ? define(sum) : sum);
    }
    return rows;
  }

  private void addTerm(List<Expr<RealSort>> terms, Rational weight, Expr<RealSort> value) {
    if (!weight.isZero() && !(value instanceof RatNum number && number.getBigIntNumerator().signum() == 0)) {
      terms.add(
          weight.equals(Rational.ONE)
              ? value
              : context.mkMul(Terms.number(context, weight), value));
    }
  }

  private RealExpr define(Expr<RealSort> value) {
    RealExpr variable = fresh();
    constraints.add(context.mkEq(variable, value));
    return variable;
  }

  private RealExpr fresh() {
    return context.mkRealConst("v" + named++);
  }

  private List<Expr<RealSort>> activation(
      ActivationLayer layer, int index, List<Expr<RealSort>> values) {
    List<Expr<RealSort>> after = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Activation activation = layer.activation(i);
      Interval range = bounds.beforeActivation(index, i);
      after.add(
          switch (activation) {
            case IDENTITY -> values.get(i);
            case RELU -> relu(values.get(i), range);
          });
    }
    return after;
  }

  private Expr<RealSort> relu(Expr<RealSort> before, Interval range) {
    RatNum zero = Terms.number(context, Rational.ZERO);
    if (range.lower() >= 0) {
      return before;
    }
    if (range.upper() <= 0) {
      return zero;
    }
    RealExpr after = fresh();
    constraints.add(
        context.mkOr(
            context.mkAnd(context.mkLe(before, zero), context.mkEq(after, zero)),
            context.mkAnd(context.mkGe(before, zero), context.mkEq(after, before))));
    constraints.add(context.mkGe(after, zero));
    constraints.add(context.mkGe(after, before));
    if (range.isBounded()) {
      constraints.add(belowChord(before, after, range));
    }
    return after;
  }

  /**
   * {@code (u - l) r <= u (s - l)}: max(s, 0) is convex, so it lies below its chord over the range
   * [l, u] of s.
   */
  private BoolExpr belowChord(Expr<RealSort> before, Expr<RealSort> after, Interval range) {
    Rational lower = Rational.ofDouble(range.lower());
    Rational upper = Rational.ofDouble(range.upper());
    ArithExpr<RealSort> left =
        context.mkMul(Terms.number(context, upper.minus(lower)), after);
    ArithExpr<RealSort> right =
        context.mkMul(
            Terms.number(context, upper),
            context.mkSub(before, Terms.number(context, lower)));
    return context.mkLe(left, right);
  }
}
