package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RealSort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;

/**
 * A cell as linear constraints for the random inputs: a box by its ends; a simplex by weights of
 * its vertices, which are not negative and add up to one.
 *
 * <p>The kernel knows ends and vertices by enclosures. Every point of the cell, whatever the exact
 * ones are, satisfies the constraints. And every solution is a point of the cell for some ends or
 * vertices in the enclosures, since for given weights an input is only between its least and its
 * greatest combination: what the kernel claims of a cell it claims of all of them.
 */
final class CellEncoding {
  private final Context context;
  private final InputSpace space;
  private final Cell cell;
  private final List<Expr<RealSort>> inputs = new ArrayList<>();
  private final List<Expr<RealSort>> weights = new ArrayList<>();
  private final List<BoolExpr> constraints = new ArrayList<>();

  private CellEncoding(Context context, InputSpace space, Cell cell) {
    this.context = context;
    this.space = space;
    this.cell = cell;
    for (int i = 0; i < space.dimension(); i++) {
      inputs.add(context.mkRealConst("x" + i));
    }
  }

  static CellEncoding of(Context context, InputSpace space, Cell cell) {
    CellEncoding encoding = new CellEncoding(context, space, cell);
    if (cell instanceof SimplexCell simplex) {
      encoding.addVertices(simplex);
    }
    encoding.constraints.addAll(encoding.interior(Rational.ZERO));
    return encoding;
  }

  private void addVertices(SimplexCell simplex) {
    List<Integer> numbers = IntStream.rangeClosed(0, space.dimension()).boxed().toList();
    numbers.forEach(k -> weights.add(context.mkRealConst("w" + k)));
    constraints.add(context.mkEq(Terms.sum(context, weights), Terms.number(context, Rational.ONE)));
    for (int q = 0; q < space.dimension(); q++) {
      int coordinate = q;
      addCombination(
          q, numbers.stream().map(k -> simplex.coordinate(k, coordinate)).toList(), weights);
    }
  }

  /** That an input is a combination of numbers which are known by enclosures. */
  private void addCombination(int q, List<Interval> numbers, List<Expr<RealSort>> weights) {
    Expr<RealSort> least = combination(q, numbers.stream().map(Interval::lower).toList(), weights);
    if (numbers.stream().allMatch(Interval::isPoint)) {
      constraints.add(context.mkEq(inputs.get(q), least));
      return;
    }
    constraints.add(context.mkGe(inputs.get(q), least));
    constraints.add(
        context.mkLe(
            inputs.get(q),
            combination(q, numbers.stream().map(Interval::upper).toList(), weights)));
  }

  private Expr<RealSort> combination(int q, List<Double> numbers, List<Expr<RealSort>> weights) {
    RandomCoordinate coordinate = space.random().get(q);
    return combination(
        numbers.stream().map(z -> coordinate.input(Rational.ofDouble(z))).toList(), weights);
  }

  private Expr<RealSort> combination(List<Rational> values, List<Expr<RealSort>> weights) {
    return Terms.sum(
        context,
        IntStream.range(0, values.size())
            .<Expr<RealSort>>mapToObj(
                k -> context.mkMul(Terms.number(context, values.get(k)), weights.get(k)))
            .toList());
  }

  /**
   * For each coordinate of a bounded box a number from 0 at the lower to 1 at the upper end, added
   * to the constraints.
   */
  List<Expr<RealSort>> positions(BoxCell box) {
    List<Expr<RealSort>> positions = new ArrayList<>();
    Expr<RealSort> one = Terms.number(context, Rational.ONE);
    for (int q = 0; q < space.dimension(); q++) {
      Expr<RealSort> position = context.mkRealConst("t" + q);
      constraints.add(Terms.within(context, position, Range.of(Rational.ZERO, Rational.ONE)));
      addCombination(
          q,
          List.of(box.sides().get(q).lower(), box.sides().get(q).upper()),
          List.of(context.mkSub(one, position), position));
      positions.add(position);
    }
    return positions;
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
    return combination(values, weights);
  }

  /**
   * That the point keeps a margin from each side of the cell, relative to its extent: weights of at
   * least {@code margin}; in a box a distance of {@code margin} times the width from both ends. No
   * margin where there is no end.
   */
  List<BoolExpr> interior(Rational margin) {
    if (cell instanceof BoxCell) {
      List<Range> ranges = space.hull(cell);
      return IntStream.range(0, inputs.size())
          .mapToObj(q -> Terms.within(context, inputs.get(q), narrowed(ranges.get(q), margin)))
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
