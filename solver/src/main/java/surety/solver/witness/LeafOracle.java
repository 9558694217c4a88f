package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Params;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;
import surety.solver.z3.Interrupter;

/** Asks Z3 whether affine bounds l <= f <= u of an output form hold everywhere in a cell. */
final class LeafOracle {
  /** So that a question that is too hard ends, everywhere after the same work. */
  private static final int MOST_RESOURCES = 4_000_000;

  private final List<Layer> layers;
  private final InputSpace space;
  private final AffineForm form;
  private final Rational constant;
  private final Stop stop;

  /**
   * Of a form plus a constant.
   *
   * @param network whose outputs the form is about
   */
  LeafOracle(Network network, InputSpace space, AffineForm form, Rational constant, Stop stop) {
    this.stop = stop;
    this.layers = Layers.of(network, stop);
    this.space = space;
    this.form = form;
    this.constant = constant;
  }

  /** Of a form as the kernel has it, of any wires of a network. */
  static LeafOracle of(Network graph, WireForm form, InputSpace space, Stop stop) {
    List<Integer> read =
        form.weights().isEmpty()
            ? List.of(0) // a network has an output
            : List.copyOf(form.weights().keySet());
    Wires wires = Wires.of(read.stream().mapToInt(Integer::intValue).toArray());
    List<Rational> weights = read.stream().map(form::weight).toList();
    return new LeafOracle(
        new Network(graph.inputs(), graph.gates(), wires),
        space,
        new AffineForm(weights),
        form.bias(),
        stop);
  }

  /** How many ReLUs Z3 would have to distinguish. */
  int openSigns(ExactCell cell) {
    return CellBounds.of(layers, space, cell, stop).unproven();
  }

  /** Whether the bounds by their values at the vertices are violated somewhere. */
  Status violation(ExactSimplex simplex, double[] lower, double[] upper) {
    return ask(
        simplex,
        encoding -> encoding.cell().interpolated(exact(lower)),
        encoding -> encoding.cell().interpolated(exact(upper)));
  }

  /** Whether the bounds by their coefficients in coordinates from -1 to 1 are violated. */
  Status violation(ExactBox box, double[] lower, double[] upper) {
    return ask(
        box,
        encoding -> local(encoding, box, exact(lower)),
        encoding -> local(encoding, box, exact(upper)));
  }

  private interface Bound {
    Expr<RealSort> in(LocalEncoding encoding);
  }

  /** An encoding with its context. */
  private record LocalEncoding(Context context, NetworkEncoding network) {
    CellEncoding cell() {
      return network.cell();
    }
  }

  @SuppressWarnings("try") // the interrupter only has to be there until the end
  private Status ask(ExactCell cell, Bound lower, Bound upper) {
    CellBounds bounds = CellBounds.of(layers, space, cell, stop);
    try (Context context = new Context();
        Interrupter interrupter = new Interrupter(context, stop)) {
      NetworkEncoding encoding = NetworkEncoding.of(context, layers, space, cell, bounds, stop);
      LocalEncoding local = new LocalEncoding(context, encoding);
      Expr<RealSort> value = context.mkAdd(encoding.form(form), Terms.number(context, constant));
      Solver solver = context.mkSimpleSolver();
      Params params = context.mkParams();
      params.add("rlimit", MOST_RESOURCES);
      solver.setParameters(params);
      solver.add(encoding.constraints().toArray(new BoolExpr[0]));
      BoolExpr[] violations = {
        context.mkLt(value, lower.in(local)), context.mkGt(value, upper.in(local))
      };
      solver.add(new BoolExpr[] {context.mkOr(violations)});
      return solver.check();
    }
  }

  private static List<Rational> exact(double[] values) {
    List<Rational> exact = new ArrayList<>();
    for (double value : values) {
      exact.add(Rational.ofDouble(value));
    }
    return exact;
  }

  /** {@code c_0 + sum_q c_q (x_q - middle_q) / half_q}. */
  private static Expr<RealSort> local(
      LocalEncoding encoding, ExactBox box, List<Rational> coefficients) {
    Context context = encoding.context();
    Rational constant = coefficients.get(0);
    List<Expr<RealSort>> terms = new ArrayList<>();
    for (int q = 0; q < box.dimension(); q++) {
      Rational middle = box.ranges().get(q).middle();
      Rational slope =
          coefficients
              .get(q + 1)
              .dividedBy(box.ranges().get(q).upper().orElseThrow().minus(middle));
      constant = constant.minus(slope.times(middle));
      terms.add(context.mkMul(Terms.number(context, slope), encoding.cell().inputs().get(q)));
    }
    terms.add(Terms.number(context, constant));
    return Terms.sum(context, terms);
  }
}
