package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Event;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.layers.LayersException;
import surety.solver.search.CutPoints;
import surety.solver.search.KernelRows;
import surety.solver.search.Objective;
import surety.solver.search.PlainEvent;
import surety.solver.search.PlainForms;
import surety.solver.search.PlainNetwork;
import surety.solver.search.RareEvents;
import surety.solver.search.ThresholdChoice;

/**
 * A statement made ready for the search.
 *
 * @param domain the random inputs; empty if all inputs are fixed
 * @param network the kernel's forms in plain doubles
 * @param kernel bounds a tree
 * @param rows bounds a leaf
 * @param risks finds the kernel better numbers for a tree
 */
record Task(
    Statement statement,
    Optional<Domain> domain,
    PlainNetwork network,
    Objective objective,
    KernelPass kernel,
    KernelRows rows,
    RiskNumbers risks) {
  /** The most of the time that is left that points of one rare event may take. */
  private static final double PART_FOR_RARE = 0.05;

  /**
   * Prepares a statement.
   *
   * @param clock stops this, and the kernel
   * @throws UnsuitableException if the numbers are beyond what double precision can compute with,
   *     the network is not made for {@code options.bounding()}, or its layers are too large
   * @throws IllegalArgumentException if statement and networks do not fit together
   */
  static Task of(
      Statement statement, List<Network> networks, SearchOptions options, RunClock clock) {
    requireShape(statement, networks);
    Optional<Domain> domain = domain(statement);
    List<Truncation> truncations = domain.map(Domain::truncations).orElse(List.of());
    Problem problem = problem(statement, networks, truncations, clock);
    AffineLayer inputs =
        domain.map(Domain::inputs).orElseGet(() -> Domain.fixedInputs(statement.inputs()));
    List<Rational> thresholds = thresholds(problem, inputs, domain, clock.stop());
    boolean isTurned = PlainObjective.isTurned(problem);
    PlainForms forms = PlainForms.of(problem.graph(), problem.forms(), isTurned);
    CutPoints cutPoints =
        domain
            .map(d -> SegmentCuts.of(options.bounding(), forms.network(), d, clock.stop()))
            .orElse(CutPoints.ADAPTIVE);
    PlainNetwork plain = plain(forms, inputs, cutPoints, clock.stop());
    PlainObjective objective =
        PlainObjective.of(problem, thresholds, event -> rare(event, problem, domain, plain, clock));
    KernelPass kernel =
        new KernelPass(problem, truncations, objective.numbers(), options.threads());
    KernelRows rows = new KernelRows(problem, isTurned);
    RiskNumbers risks =
        RiskNumbers.of(
            statement,
            networks,
            truncations,
            options.gap(),
            options.threads(),
            clock.stopOfKernel());
    return new Task(statement, domain, plain, objective.objective(), kernel, rows, risks);
  }

  private static List<RareEvents.Point> rare(
      PlainEvent event,
      Problem problem,
      Optional<Domain> domain,
      PlainNetwork network,
      RunClock clock) {
    double hurry = clock.seconds() + PART_FOR_RARE * clock.left();
    int count = PlainObjective.sampleSize(problem.graph());
    return domain
        .map(
            d ->
                new RareEvents(
                        d,
                        network,
                        count,
                        () -> {
                          clock.stop().check();
                          return clock.seconds() >= hurry;
                        })
                    .of(event))
        .orElse(List.of());
  }

  private static Problem problem(
      Statement statement, List<Network> networks, List<Truncation> truncations, RunClock clock) {
    try {
      Problem problem = Problem.of(statement, networks, truncations, clock.stopOfKernel());
      problem.root(); // refused if an input's interval is too narrow to be told from a point
      return problem;
    } catch (RejectedException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  private static void requireShape(Statement statement, List<Network> networks) {
    for (int k = 0; k < networks.size() && k < statement.networks().size(); k++) {
      int inputs = networks.get(k).inputs();
      int outputs = networks.get(k).outputs();
      int stated = statement.networks().get(k).outputs();
      if (inputs != statement.inputs().size() || outputs != stated) {
        throw new IllegalArgumentException(
            "the statement is about a network with %d inputs and %d outputs, this one has %d and %d"
                .formatted(statement.inputs().size(), stated, inputs, outputs));
      }
    }
    if (networks.size() != statement.networks().size()) {
      throw new IllegalArgumentException(
          "the statement is about %d networks, not %d"
              .formatted(statement.networks().size(), networks.size()));
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

  /**
   * The rows as functions of z; of a single coordinate that does nothing, if no input is random.
   */
  private static PlainNetwork plain(
      PlainForms forms, AffineLayer inputs, CutPoints cutPoints, Stop stop) {
    try {
      return PlainNetwork.of(forms.network(), inputs, forms.rows(), cutPoints, stop);
    } catch (LayersException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  /** Of a cdf, form by form; those that it names, or evenly spaced ones. */
  private static List<Rational> thresholds(
      Problem problem, AffineLayer inputs, Optional<Domain> domain, Stop stop) {
    if (!(problem.statement().claim() instanceof BandClaim band)) {
      return List.of();
    }
    List<Rational> all = new ArrayList<>();
    for (int i = 0; i < band.forms().size(); i++) {
      if (band.thresholds().get(i) instanceof ListedThresholds listed) {
        all.addAll(listed.values());
      } else {
        WireForm form = WireForm.of(band.forms().get(i), problem.graph());
        PlainForms forms = PlainForms.of(problem.graph(), List.of(form), false);
        PlainNetwork network = plain(forms, inputs, CutPoints.ADAPTIVE, stop);
        all.addAll(evenly(network, domain, band.thresholds().get(i).count(), stop));
      }
    }
    return all;
  }

  private static List<Rational> evenly(
      PlainNetwork network, Optional<Domain> domain, int count, Stop stop) {
    double constant = domain.isPresent() ? 0 : network.evaluate(new double[1]);
    return domain.isPresent()
        ? ThresholdChoice.evenly(network, domain.get(), count, stop)
        : ThresholdChoice.spread(constant, constant, count);
  }

  /**
   * The kernel with the best numbers for a tree, or if it is stopped with better ones.
   *
   * @param run stops this altogether
   */
  KernelPass kernelFor(byte[] tree, Stop run) {
    return kernel.with(risks.improved(kernel.numbers(), tree, run));
  }

  /** What the statement requires, if it is a property. */
  Optional<Requirement> requirement() {
    return statement.claim().requirement();
  }

  /** Whether the statement asks for one number. */
  boolean isSingle() {
    return statement.claim() instanceof QuantityClaim;
  }

  /** The event, if the statement asks for its probability and for nothing else. */
  Optional<Event> event() {
    return statement.claim() instanceof QuantityClaim claim ? claim.event() : Optional.empty();
  }
}
