package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Event;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.layers.LayersException;
import surety.solver.search.CutPoints;
import surety.solver.search.Forest;
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
 * @param branches of the law, with the kernel's forms in plain doubles
 * @param kernel bounds a tree
 * @param rows bounds a leaf
 * @param risks finds the kernel better numbers for a tree
 */
record Task(
    Statement statement,
    List<Forest.PlainBranch> branches,
    Objective objective,
    KernelPass kernel,
    KernelRows rows,
    RiskNumbers risks) {
  /** The most of the time that is left that points of one rare event may take. */
  private static final double PART_FOR_RARE = 0.05;

  /** Keeps its own list. */
  Task {
    branches = List.copyOf(branches);
  }

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
    List<Domain> domains = statement.law().branches().stream().map(Domain::of).toList();
    List<Truncation> truncations =
        domains.stream().flatMap(domain -> domain.truncations().stream()).toList();
    Problem problem = problem(statement, networks, truncations, clock);
    List<Rational> thresholds = thresholds(problem, domains, clock.stop());
    boolean isTurned = PlainObjective.isTurned(problem);
    PlainForms forms = PlainForms.of(problem.graph(), problem.forms(), isTurned);
    List<Forest.PlainBranch> branches = new ArrayList<>();
    for (Domain domain : domains) {
      CutPoints cutPoints =
          domain.isPoint()
              ? CutPoints.ADAPTIVE
              : SegmentCuts.of(options.bounding(), forms.network(), domain, clock.stop());
      PlainNetwork plain = plain(forms, domain.inputs(), cutPoints, clock.stop());
      branches.add(new Forest.PlainBranch(domain, plain));
    }
    PlainObjective objective =
        PlainObjective.of(problem, thresholds, event -> rare(event, problem, branches, clock));
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
    return new Task(statement, branches, objective.objective(), kernel, rows, risks);
  }

  /** Whether nothing is random in any branch. */
  boolean isPoint() {
    return branches.stream().allMatch(branch -> branch.domain().isPoint());
  }

  private static List<RareEvents.Point> rare(
      PlainEvent event, Problem problem, List<Forest.PlainBranch> branches, RunClock clock) {
    int count = PlainObjective.sampleSize(problem.graph()) / branches.size();
    List<RareEvents.Point> points = new ArrayList<>();
    for (Forest.PlainBranch branch : branches) {
      double hurry = clock.seconds() + PART_FOR_RARE * clock.left() / branches.size();
      if (!branch.domain().isPoint()) {
        RareEvents rare =
            new RareEvents(
                branch.domain(),
                branch.network(),
                Math.max(1, count),
                () -> {
                  clock.stop().check();
                  return clock.seconds() >= hurry;
                });
        points.addAll(rare.of(event));
      }
    }
    return points;
  }

  private static Problem problem(
      Statement statement, List<Network> networks, List<Truncation> truncations, RunClock clock) {
    try {
      Problem problem = Problem.of(statement, networks, truncations, clock.stopOfKernel());
      for (BranchDomain branch : problem.branches()) {
        branch.root(); // refused if an interval is too narrow to be told from a point
      }
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
      if (inputs != statement.law().inputs() || outputs != stated) {
        throw new IllegalArgumentException(
            "the statement is about a network with %d inputs and %d outputs, this one has %d and %d"
                .formatted(statement.law().inputs(), stated, inputs, outputs));
      }
    }
    if (networks.size() != statement.networks().size()) {
      throw new IllegalArgumentException(
          "the statement is about %d networks, not %d"
              .formatted(statement.networks().size(), networks.size()));
    }
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
  private static List<Rational> thresholds(Problem problem, List<Domain> domains, Stop stop) {
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
        ThresholdChoice choice = new ThresholdChoice(stop);
        for (Domain domain : domains) {
          choice.visit(plain(forms, domain.inputs(), CutPoints.ADAPTIVE, stop), domain);
        }
        all.addAll(choice.evenly(band.thresholds().get(i).count()));
      }
    }
    return all;
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

  /** Whether the search has one gap to close: of a cdf it is one for each threshold. */
  boolean isSingle() {
    return !(statement.claim() instanceof BandClaim);
  }

  /** The event, if the statement asks for its probability and for nothing else. */
  Optional<Event> event() {
    return statement.claim() instanceof QuantityClaim claim ? claim.event() : Optional.empty();
  }
}
