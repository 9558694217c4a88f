package surety.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CellException;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Threshold;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.layers.LayersException;
import surety.solver.search.CutPoints;
import surety.solver.search.Objective;
import surety.solver.search.PlainNetwork;
import surety.solver.search.ThresholdChoice;

/**
 * A statement made ready for the search: everything as {@code g <= t}, as the kernel has it.
 *
 * @param domain the random inputs; empty if all inputs are fixed
 * @param network g in plain doubles
 */
record Task(
    Statement statement,
    Optional<Domain> domain,
    PlainNetwork network,
    List<Rational> thresholds,
    Objective objective,
    KernelPass kernel) {

  /**
   * Prepares a statement.
   *
   * @param watch stops this, and the kernel
   * @throws UnsuitableException if the numbers are beyond what double precision can compute with,
   *     the network is not made for {@code options.bounding()}, or its layers are too large
   * @throws IllegalArgumentException if statement and network do not fit together
   */
  static Task of(Statement statement, Network network, SearchOptions options, Watch watch) {
    requireShape(statement, network);
    Claim claim = statement.claim();
    Optional<Domain> domain = domain(statement);
    List<Truncation> truncations = domain.map(Domain::truncations).orElse(List.of());
    Problem problem = problem(statement, network, truncations, watch);
    PlainNetwork given = plain(statement, network, domain, false, CutPoints.ADAPTIVE, watch.stop());
    List<Rational> thresholds = thresholds(claim, given, domain, watch.stop());
    Network bounded = problem.bounded();
    CutPoints cutPoints =
        domain
            .map(d -> SegmentCuts.of(options.bounding(), bounded, d, watch.stop()))
            .orElse(CutPoints.ADAPTIVE);
    PlainNetwork plain =
        plain(statement, bounded, domain, problem.isTurned(), cutPoints, watch.stop());
    KernelPass kernel = new KernelPass(problem, truncations, thresholds, options.threads());
    return new Task(
        statement, domain, plain, thresholds, objective(problem, claim, thresholds), kernel);
  }

  private static Problem problem(
      Statement statement, Network network, List<Truncation> truncations, Watch watch) {
    try {
      Problem problem = Problem.of(statement, network, truncations, watch.stopOfKernel());
      problem.root(); // refused if an input's interval is too narrow to be told from a point
      return problem;
    } catch (CellException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  private static void requireShape(Statement statement, Network network) {
    if (network.inputs() != statement.inputs().size() || network.outputs() != statement.outputs()) {
      throw new IllegalArgumentException(
          "the statement is about a network with %d inputs and %d outputs, this one has %d and %d"
              .formatted(
                  statement.inputs().size(),
                  statement.outputs(),
                  network.inputs(),
                  network.outputs()));
    }
  }

  private static Optional<Domain> domain(Statement statement) {
    List<Marginal> marginals =
        statement.inputs().stream()
            .filter(RandomInput.class::isInstance)
            .map(input -> Marginal.of(((RandomInput) input).distribution()))
            .toList();
    return marginals.isEmpty()
        ? Optional.empty()
        : Optional.of(Domain.of(statement.inputs(), marginals));
  }

  /** The function of z; of a single coordinate that does nothing, if no input is random. */
  private static PlainNetwork plain(
      Statement statement,
      Network network,
      Optional<Domain> domain,
      boolean turned,
      CutPoints cutPoints,
      Stop stop) {
    double[] form =
        statement.claim().affineForm().coefficients().stream()
            .mapToDouble(c -> Interval.of(turned ? c.negate() : c).middle())
            .toArray();
    AffineLayer inputs =
        domain.map(Domain::inputs).orElseGet(() -> Domain.fixedInputs(statement.inputs()));
    try {
      return PlainNetwork.of(network, inputs, new double[][] {form}, cutPoints, stop);
    } catch (LayersException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  private static List<Rational> thresholds(
      Claim claim, PlainNetwork network, Optional<Domain> domain, Stop stop) {
    if (claim instanceof ProbabilityClaim probability) {
      return List.of(probability.event().threshold());
    }
    Thresholds thresholds = ((BandClaim) claim).thresholds();
    if (thresholds instanceof ListedThresholds listed) {
      return listed.values();
    }
    int count = ((EvenThresholds) thresholds).count();
    double constant = domain.isPresent() ? 0 : network.evaluate(new double[1]);
    return domain.isPresent()
        ? ThresholdChoice.evenly(network, domain.get(), count, stop)
        : ThresholdChoice.spread(constant, constant, count);
  }

  /** What always or never happens needs no search, so a threshold far away stands for it. */
  private static Objective objective(Problem problem, Claim claim, List<Rational> thresholds) {
    double[] values = thresholds.stream().mapToDouble(t -> value(problem.threshold(t))).toArray();
    if (claim instanceof ProbabilityClaim probability) {
      return new Objective.Threshold(values[0], probability.event().comparison().includesEqual());
    }
    List<Objective.Threshold> open =
        Arrays.stream(values)
            .filter(t -> Math.abs(t) < Double.MAX_VALUE)
            .mapToObj(t -> new Objective.Threshold(t, true))
            .toList();
    return open.isEmpty()
        ? new Objective.Threshold(Double.MAX_VALUE, true)
        : open.size() > Objective.Points.MOST
            ? new Objective.Band(open.stream().mapToDouble(Objective.Threshold::value).toArray())
            : new Objective.Points(open);
  }

  private static double value(Threshold threshold) {
    double middle = 0.5 * threshold.inner() + 0.5 * threshold.outer();
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, middle));
  }

  /** The limit that the statement requires, if it is a property. */
  Optional<ProbabilityLimit> limit() {
    return statement.claim() instanceof ProbabilityClaim probability
        ? probability.limit()
        : Optional.empty();
  }

  /** Whether the statement asks for one probability. */
  boolean isSingle() {
    return statement.claim() instanceof ProbabilityClaim;
  }
}
