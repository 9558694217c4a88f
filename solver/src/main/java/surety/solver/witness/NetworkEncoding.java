package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.RealSort;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.witness.Neurons.Neuron;

/**
 * A network over a cell as a formula of linear real arithmetic for Z3: exact, since weights are
 * doubles and so rationals.
 *
 * <p>Each neuron is written as a linear form of the inputs and of the ReLUs before it whose sign is
 * not proven over the cell; a ReLU whose sign is proven is its linear piece. An unproven one is a
 * variable r with {@code (s <= 0 and r = 0) or (s >= 0 and r = s)}, which is r = max(s, 0), and the
 * lines r >= 0, r >= s and the chord from above, which follow from it over the cell and let Z3
 * refute without a case distinction. So the solutions of {@link #constraints} are exactly the
 * points of the {@link CellEncoding} within the supports, with their values. (A variable for each
 * neuron would be simpler, but makes Z3's tableau of fractions hundreds of times slower.) Other
 * piecewise linear activations are sums of ReLUs; smooth ones cannot be encoded.
 *
 * <p>Lives as long as the context it was made in, and in its thread.
 */
final class NetworkEncoding {
  private final Context context;
  private final CellBounds bounds;
  private final Stop stop;
  private final List<BoolExpr> constraints = new ArrayList<>();
  private final CellEncoding cell;

  /** The terms of the variables of all forms: inputs of the network first, then ReLUs. */
  private final List<Expr<RealSort>> variables;

  /** What wires are; 0 for those on which no form of the problem depends. */
  private final List<LinearForm> wires = new ArrayList<>();

  private final List<WireForm> forms;

  private NetworkEncoding(
      Context context, ExactProblem problem, Cell cell, CellBounds bounds, Stop stop) {
    this.stop = stop;
    this.context = context;
    this.bounds = bounds;
    this.forms = problem.problem().forms();
    this.cell = CellEncoding.of(context, problem.space(), cell);
    encodeSupports(problem.space());
    this.variables = inputs(problem.space());
    for (int i = 0; i < variables.size(); i++) {
      wires.add(LinearForm.variable(i));
    }
    Iterator<Neuron> neurons = problem.neurons().all().iterator();
    for (Gate gate : problem.problem().graph().gates()) {
      for (int i = 0; i < gate.size(); i++) {
        wires.add(
            !problem.neurons().read(wires.size())
                ? LinearForm.ZERO
                : gate instanceof Gate.Affine affine ? row(affine, i) : neuron(neurons.next()));
      }
    }
  }

  /**
   * The encoding over a cell.
   *
   * @param bounds of the same problem over the same cell
   * @param stop asked for each neuron
   */
  static NetworkEncoding of(
      Context context, ExactProblem problem, Cell cell, CellBounds bounds, Stop stop) {
    return new NetworkEncoding(context, problem, cell, bounds, stop);
  }

  /** What holds for the variables of a point of the cell. */
  List<BoolExpr> constraints() {
    List<BoolExpr> all = new ArrayList<>(cell.constraints());
    all.addAll(constraints);
    return all;
  }

  /** The cell's own part: the random inputs and the interior. */
  CellEncoding cell() {
    return cell;
  }

  /** The event itself. */
  BoolExpr holds(CompiledEvent event) {
    if (event instanceof CompiledEvent.Decided decided) {
      return context.mkBool(decided.happens());
    }
    if (event instanceof CompiledEvent.Combination of) {
      BoolExpr[] parts = of.parts().stream().map(this::holds).toArray(BoolExpr[]::new);
      return of.all() ? context.mkAnd(parts) : context.mkOr(parts);
    }
    CompiledEvent.Comparison comparison = (CompiledEvent.Comparison) event;
    Expr<RealSort> form = form(comparison.form());
    RatNum threshold = Terms.number(context, comparison.threshold().exact());
    BoolExpr below =
        comparison.threshold().inclusive()
            ? context.mkLe(form, threshold)
            : context.mkLt(form, threshold);
    return comparison.isBelow() ? below : context.mkNot(below);
  }

  /** A form of the problem, written over the variables: fewer terms for Z3 to combine. */
  Expr<RealSort> form(int index) {
    WireForm form = forms.get(index);
    LinearForm.Sum sum = new LinearForm.Sum(form.constant());
    form.weights().forEach((wire, weight) -> sum.add(weight, wires.get(wire)));
    Expr<RealSort> scaled = term(sum.build());
    Rational factor = Rational.of(BigInteger.ONE, form.denominator());
    return factor.equals(Rational.ONE)
        ? scaled
        : context.mkMul(Terms.number(context, factor), scaled);
  }

  private List<Expr<RealSort>> inputs(InputSpace space) {
    List<Expr<RealSort>> inputs = new ArrayList<>();
    for (Law.InputMap map : space.maps()) {
      List<Expr<RealSort>> terms = new ArrayList<>();
      for (Law.Term term : map.terms()) {
        Expr<RealSort> u = cell.inputs().get(term.coordinate());
        boolean isOne = term.coefficient().equals(Rational.ONE);
        terms.add(isOne ? u : context.mkMul(Terms.number(context, term.coefficient()), u));
      }
      if (terms.isEmpty() || !map.constant().isZero()) {
        terms.add(Terms.number(context, map.constant()));
      }
      inputs.add(terms.size() == 1 ? terms.get(0) : sum(terms, inputs.size()));
    }
    return inputs;
  }

  /** A variable of its own, which every neuron behind it has to name only once. */
  private Expr<RealSort> sum(List<Expr<RealSort>> terms, int input) {
    RealExpr sum = context.mkRealConst("i" + input);
    constraints.add(context.mkEq(sum, Terms.sum(context, terms)));
    return sum;
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

  private LinearForm row(Gate.Affine gate, int row) {
    stop.check();
    LinearForm.Sum sum = new LinearForm.Sum(Dyadic.ZERO);
    for (Gate.Term term : gate.terms()) {
      sum.add(Dyadic.of(term.layer().bias(row)), LinearForm.ONE);
      LinearOperator operator = term.layer().operator();
      for (int k : operator.nonzeros(row)) {
        LinearForm wire = wires.get(term.wires().at(operator.column(row, k)));
        sum.add(Dyadic.of(operator.weight(row, k)), wire);
      }
    }
    return sum.build();
  }

  private LinearForm neuron(Neuron neuron) {
    stop.check();
    LinearForm before = wires.get(neuron.entering());
    return activated(neuron.activation(), before, bounds.entering(neuron));
  }

  private LinearForm activated(Activation activation, LinearForm before, Interval range) {
    if (activation.equals(Activation.IDENTITY)) {
      return before;
    }
    if (activation instanceof Scaling scaling) {
      return scaled(scaling, before);
    }
    return activation.equals(Activation.RELU)
        ? relu(before, range)
        : piecewiseLinear(activation, before, range);
  }

  /** A variable of its own, as its numbers need not be dyadic. */
  private LinearForm scaled(Scaling scaling, LinearForm before) {
    Rational shift = scaling.applyExactly(Rational.ZERO);
    Rational factor = scaling.applyExactly(Rational.ONE).minus(shift);
    RealExpr after = context.mkRealConst("s" + variables.size());
    constraints.add(
        context.mkEq(
            after,
            context.mkAdd(
                context.mkMul(Terms.number(context, factor), term(before)),
                Terms.number(context, shift))));
    variables.add(after);
    return LinearForm.variable(variables.size() - 1);
  }

  /**
   * With the kinks b_1, b_2, ... and the slopes s_0, s_1, ... around them: f(x) = f(b_1) + s_0 (x -
   * b_1) + sum_k (s_k - s_(k-1)) max(x - b_k, 0), all of them doubles.
   */
  private LinearForm piecewiseLinear(Activation activation, LinearForm before, Interval range) {
    List<Section> sections = activation.sections();
    double first = sections.size() > 1 ? sections.get(0).to() : 0;
    Dyadic slope = slope(activation, sections.get(0), first);
    LinearForm.Sum sum = new LinearForm.Sum(exact(activation.enclose(first)));
    sum.add(slope, minus(before, first));
    for (Section section : sections.subList(1, sections.size())) {
      double kink = section.from();
      Dyadic next = slope(activation, section, kink);
      LinearForm beyond = relu(minus(before, kink), range.minus(Interval.of(kink)));
      sum.add(next.minus(slope), beyond);
      slope = next;
    }
    return sum.build();
  }

  private static Dyadic slope(Activation activation, Section section, double at) {
    return exact(activation.encloseSlope(section, at));
  }

  private static Dyadic exact(Interval number) {
    if (!number.isPoint()) {
      throw new IllegalArgumentException("not a piecewise linear function over the doubles");
    }
    return Dyadic.of(number.lower());
  }

  private static LinearForm minus(LinearForm form, double number) {
    return new LinearForm.Sum(Dyadic.of(-number)).add(Dyadic.ONE, form).build();
  }

  private LinearForm relu(LinearForm before, Interval range) {
    if (range.lower() >= 0) {
      return before;
    }
    if (range.upper() <= 0) {
      return LinearForm.ZERO;
    }
    RealExpr after = context.mkRealConst("r" + variables.size());
    Expr<RealSort> sum = term(before);
    RatNum zero = Terms.number(context, Rational.ZERO);
    constraints.add(
        context.mkOr(
            context.mkAnd(context.mkLe(sum, zero), context.mkLe(after, zero)),
            context.mkAnd(context.mkGe(sum, zero), context.mkLe(after, sum))));
    constraints.add(context.mkGe(after, zero));
    constraints.add(context.mkGe(after, sum));
    if (range.isBounded()) {
      constraints.add(belowChord(sum, after, range));
    }
    variables.add(after);
    return LinearForm.variable(variables.size() - 1);
  }

  /**
   * {@code (u - l) r <= u (s - l)}: max(s, 0) is convex, so it lies below its chord over the range
   * [l, u] of s.
   */
  private BoolExpr belowChord(Expr<RealSort> sum, RealExpr after, Interval range) {
    Rational lower = Rational.ofDouble(range.lower());
    Rational upper = Rational.ofDouble(range.upper());
    return context.mkLe(
        context.mkMul(Terms.number(context, upper.minus(lower)), after),
        context.mkMul(
            Terms.number(context, upper), context.mkSub(sum, Terms.number(context, lower))));
  }

  private Expr<RealSort> term(LinearForm form) {
    List<Expr<RealSort>> terms = new ArrayList<>();
    terms.add(Terms.number(context, form.constant().toRational()));
    form.coefficients()
        .forEach(
            (variable, coefficient) ->
                terms.add(
                    context.mkMul(
                        Terms.number(context, coefficient.toRational()), variables.get(variable))));
    return Terms.sum(context, terms);
  }
}
