package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.RealSort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * A cell as linear constraints: a box by its ends; a simplex by weights of its vertices, which are
 * not negative and add up to one.
 */
final class CellEncoding {
  private final Context context;
  private final ExactCell cell;
  private final List<Expr<RealSort>> inputs = new ArrayList<>();
  private final List<Expr<RealSort>> weights = new ArrayList<>();
  private final List<BoolExpr> constraints = new ArrayList<>();

  private CellEncoding(Context context, ExactCell cell) {
    this.context = context;
    this.cell = cell;
    for (int i = 0; i < cell.dimension(); i++) {
      inputs.add(context.mkRealConst("x" + i));
    }
  }

  static CellEncoding of(Context context, ExactCell cell) {
    CellEncoding encoding = new CellEncoding(context, cell);
    if (cell instanceof ExactSimplex simplex) {
      encoding.addVertices(simplex);
    }
    encoding.constraints.addAll(encoding.interior(Rational.ZERO));
    return encoding;
  }

  private void addVertices(ExactSimplex simplex) {
    int count = simplex.vertices().size();
    for (int k = 0; k < count; k++) {
      RealExpr weight = context.mkRealConst("w" + k);
      weights.add(weight);
    }
    constraints.add(context.mkEq(Terms.sum(context, weights), Terms.number(context, Rational.ONE)));
    for (int i = 0; i < inputs.size(); i++) {
      int coordinate = i;
      List<Rational> values =
          simplex.vertices().stream().map(vertex -> vertex.get(coordinate)).toList();
      constraints.add(context.mkEq(inputs.get(i), interpolated(values)));
    }
  }

  /** The random inputs. */
  List<Expr<RealSort>> inputs() {
    return inputs;
  }

  /** That the point is in the cell. */
  List<BoolExpr> constraints() {
    return constraints;
  }

  /** The affine function over a simplex with these values at the vertices. */
  Expr<RealSort> interpolated(List<Rational> values) {
    List<Expr<RealSort>> terms =
        IntStream.range(0, values.size())
            .<Expr<RealSort>>mapToObj(
                k -> context.mkMul(Terms.number(context, values.get(k)), weights.get(k)))
            .toList();
    return Terms.sum(context, terms);
  }

  /**
   * That the point keeps a margin from each side of the cell, relative to its extent: weights of at
   * least {@code margin}; in a box a distance of {@code margin} times the width from both ends. No
   * margin where there is no end.
   */
  List<BoolExpr> interior(Rational margin) {
    if (cell instanceof ExactBox box) {
      return IntStream.range(0, inputs.size())
          .mapToObj(
              i -> Terms.within(context, inputs.get(i), narrowed(box.ranges().get(i), margin)))
          .toList();
    }
    return weights.stream().map(w -> context.mkGe(w, Terms.number(context, margin))).toList();
  }

  private static Range narrowed(Range range, Rational margin) {
    if (!range.isBounded()) {
      return range;
    }
    Rational lower = range.lower().get();
    Rational upper = range.upper().get();
    Rational distance = upper.minus(lower).times(margin);
    return Range.of(lower.plus(distance), upper.minus(distance));
  }
}
