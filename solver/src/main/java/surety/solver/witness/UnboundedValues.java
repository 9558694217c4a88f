package surety.solver.witness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.ExactWires;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;
import surety.solver.witness.Neurons.Neuron;

/**
 * What the kernel knows of an unbounded box: ranges of all wires, and exact affine functions where
 * the signs before them are proven.
 */
final class UnboundedValues implements CellValues {
  private final ExactProblem problem;
  private final BoxCell box;
  private final List<Interval> wires;
  private final ExactWires exact;

  UnboundedValues(ExactProblem problem, BoxCell box) {
    this.problem = problem;
    this.box = box;
    Network graph = problem.problem().graph();
    Stop stop = problem.problem().stop();
    Interval[] inputs = problem.space().enclose(box.sides());
    this.wires = graph.encloseWires(inputs, stop).stream().map(Problem::known).toList();
    this.exact = ExactWires.of(graph, problem.space().fixed(), wires, stop);
  }

  @Override
  public Interval entering(Neuron neuron) {
    return within(exact.function(neuron.entering()), wires.get(neuron.entering()));
  }

  @Override
  public Interval form(int form) {
    WireForm of = problem.problem().forms().get(form);
    return within(exact.function(of), Problem.known(of.over(wires)));
  }

  private Interval within(Optional<ExactWires.Function> function, Interval range) {
    return function.map(f -> Problem.known(f.over(wires)).intersect(range)).orElse(range);
  }

  @Override
  public boolean canCutFor(Neuron neuron) {
    return exact.function(neuron.entering()).isPresent();
  }

  /**
   * Cuts an unbounded side that the neuron depends on, as near to 0 as one can be cut; without any,
   * the side along which it varies most.
   */
  @Override
  public Optional<List<Cell>> cutFor(Neuron neuron) {
    ExactWires.Function function = exact.function(neuron.entering()).orElseThrow();
    int widest =
        IntStream.range(0, box.sides().size())
            .boxed()
            .max(
                Comparator.<Integer>comparingDouble(q -> variation(function, q))
                    .thenComparingDouble(q -> -Math.abs(cut(q))))
            .orElseThrow();
    return CellValues.parts(() -> box.cut(widest, cut(widest)));
  }

  private double variation(ExactWires.Function function, int q) {
    Rational slope = function.slopes().get(problem.space().places()[q]);
    double width = problem.space().random().get(q).enclose(box.sides().get(q).hull()).width();
    return slope.isZero() ? 0 : Interval.of(slope).magnitude() * width;
  }

  /** The middle; where an end is missing, a number twice as far from zero as the other one. */
  private double cut(int q) {
    Interval side = box.sides().get(q).hull();
    double middle = side.middle(); // 0, if that is in an unbounded side, or else its end
    return side.isBounded() || (side.lower() < 0 && side.upper() > 0)
        ? middle
        : 2 * middle + (side.lower() >= 0 ? 1 : -1);
  }
}
