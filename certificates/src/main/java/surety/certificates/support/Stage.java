package surety.certificates.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.region.LinearPiece;

/**
 * What enters a gate of activations with kinks, all neurons before being on known pieces: affine
 * functions of the inputs, so normal numbers. They are what the neurons get where the inputs have
 * that pattern, and are considered everywhere.
 */
final class Stage {
  private final SupportProblem problem;
  private final int dimension;

  /** That of the gate with kinks before this one. */
  private final Optional<Stage> before;

  /** The first wire that is not among those before it. */
  private final int first;

  /** The wires from there on, up to the gate. */
  private final List<NormalForm> wires;

  private final int gate;
  private final Share[][] shares;

  /** The first one, which the inputs lead to. */
  Stage(SupportProblem problem, int dimension, List<NormalForm> inputs) {
    this(problem, dimension, Optional.empty(), 0, inputs, 0);
  }

  /** Computes all gates up to the next one with kinks; if there is none, no further gate. */
  private Stage(
      SupportProblem problem,
      int dimension,
      Optional<Stage> before,
      int first,
      List<NormalForm> start,
      int from) {
    this.problem = problem;
    this.dimension = dimension;
    this.before = before;
    this.first = first;
    this.wires = new ArrayList<>(start);
    int next = from;
    while (next < problem.lastGate() && !problem.hasKinks(next)) {
      Gate ofNext = problem.gate(next);
      wires.addAll(
          ofNext instanceof Gate.Affine affine ? rows(affine) : on(next, new byte[ofNext.size()]));
      next++;
    }
    this.gate = next;
    this.shares = new Share[isEnd() ? 0 : problem.gate(gate).size()][];
  }

  /** The stage behind this one. It shares all wires with it: there may be one for each gate. */
  Stage next(byte[] pieces) {
    List<NormalForm> results = on(gate, pieces);
    return new Stage(
        problem, dimension, Optional.of(this), first + wires.size(), results, gate + 1);
  }

  private NormalForm wire(int number) {
    Stage at = this;
    while (number < at.first) {
      at = at.before.orElseThrow();
    }
    return at.wires.get(number - at.first);
  }

  /** Whether there is no kink any more. */
  boolean isEnd() {
    return gate > problem.lastGate();
  }

  /** Whether there is none behind this gate. */
  boolean isLast() {
    return gate >= problem.lastGate();
  }

  int neurons() {
    return shares.length;
  }

  int pieces(int neuron) {
    return problem.pieces(gate, neuron).size();
  }

  /** What it means that a neuron is on a piece. */
  Decision decision(int neuron, int piece) {
    return Decision.of(argument(gate, neuron), problem.pieces(gate, neuron), piece);
  }

  /** What a piece has of the probability, under this component. */
  Share share(int neuron, int piece) {
    if (shares[neuron] == null) {
      shares[neuron] = new Share[pieces(neuron)];
    }
    if (shares[neuron][piece] == null) {
      shares[neuron][piece] = decision(neuron, piece).share();
    }
    return shares[neuron][piece];
  }

  int dimension() {
    return dimension;
  }

  private NormalForm argument(int ofGate, int neuron) {
    return wire(((Gate.Activations) problem.gate(ofGate)).wires().at(neuron));
  }

  private List<NormalForm> rows(Gate.Affine affine) {
    List<NormalForm> rows = new ArrayList<>();
    for (int row = 0; row < affine.size(); row++) {
      problem.stop().check();
      NormalForm.Sum sum = new NormalForm.Sum(dimension);
      for (Gate.Term term : affine.terms()) {
        LinearOperator operator = term.layer().operator();
        sum.add(Interval.of(term.layer().bias(row)));
        for (int entry : operator.nonzeros(row)) {
          int wire = term.wires().at(operator.column(row, entry));
          sum.add(operator.weight(row, entry), wire(wire));
        }
      }
      rows.add(sum.form());
    }
    return rows;
  }

  /** What a gate of activations gives, its neurons being on these pieces. */
  private List<NormalForm> on(int ofGate, byte[] pieces) {
    List<NormalForm> values = new ArrayList<>();
    for (int neuron = 0; neuron < pieces.length; neuron++) {
      LinearPiece piece = problem.pieces(ofGate, neuron).get(pieces[neuron]);
      NormalForm.Sum sum = new NormalForm.Sum(dimension).add(Interval.of(piece.intercept()));
      values.add(sum.add(Interval.of(piece.slope()), argument(ofGate, neuron)).form());
    }
    return values;
  }
}
