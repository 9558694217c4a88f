package surety.solver.region;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.Network;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.PatternProbabilities;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionProblems;
import surety.certificates.region.RegionTree;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.RegionHeader;
import surety.certificates.statement.Law;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.writing.CertificateWriter;

/**
 * Enumerates all activation regions of a network that meet the support of its inputs, for one
 * branch of their law after the other.
 */
public final class RegionSearch {
  /** Subtrees below that many branches are enumerated independently, whatever the threads. */
  private static final int BRANCHES = 7;

  private final RegionProblem problem;
  private final Tally tally;
  private final ExecutorService threads;

  private RegionSearch(RegionProblem problem, Tally tally, ExecutorService threads) {
    this.problem = problem;
    this.tally = tally;
    this.threads = threads;
  }

  /**
   * Enumerates.
   *
   * @param cancelled asked often; once it answers true the enumeration ends with what it has
   * @throws RejectedException if the network has no such regions
   */
  public static RegionResult run(
      RegionStatement statement,
      Network network,
      RegionOptions options,
      RegionProgress.Listener listener,
      BooleanSupplier cancelled)
      throws RejectedException {
    Stop stop = cancelled::getAsBoolean;
    double unit = unit(statement.law());
    List<Truncation> truncations = new ArrayList<>();
    List<AxisPlan> plans = new ArrayList<>();
    for (Law.Branch branch : statement.law().branches()) {
      List<Marginal> marginals = marginals(branch);
      List<Truncation> ends = AxisPlanner.truncations(marginals);
      truncations.addAll(ends);
      plans.addAll(AxisPlanner.plan(marginals, ends, unit, stop));
    }
    RegionProblems problems = new RegionProblems(statement, network, truncations, plans, stop);
    Tally tally = new Tally(stop, options.maxRegions(), listener);
    List<BranchRegions> branches = enumerate(problems, tally, options.threads());
    return result(statement, problems, branches, tally, truncations, plans);
  }

  /** About the mass of a law: 1, unless its weights add up to something else. */
  private static double unit(Law law) {
    double sum = law.branches().stream().mapToDouble(RegionSearch::mass).sum();
    return law.isNormalised() || !(sum > 0 && sum < Double.POSITIVE_INFINITY) ? 1 : sum;
  }

  private static List<Marginal> marginals(Law.Branch branch) {
    List<Marginal> marginals = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      marginals.add(Marginal.ofMixture(branch.distributions(q), branch.weights()));
    }
    return marginals;
  }

  /**
   * What was found of a branch.
   *
   * @param tree empty unless it is complete
   * @param unknown a bound of the mass that is in none of the regions: the tails, if these are all
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record BranchRegions(List<Region> regions, byte[] tree, double tails, double unknown) {}

  /** The branches up to the one at which it was stopped. */
  private static List<BranchRegions> enumerate(RegionProblems problems, Tally tally, int count)
      throws RejectedException {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<BranchRegions> branches = new ArrayList<>();
      for (int b = 0; b < problems.branches() && !tally.isStopped(); b++) {
        RegionProblem problem = problems.branch(b);
        branches.add(new RegionSearch(problem, tally, threads).regions());
      }
      return branches;
    } finally {
      threads.shutdownNow();
    }
  }

  private static RegionResult result(
      RegionStatement statement,
      RegionProblems problems,
      List<BranchRegions> branches,
      Tally tally,
      List<Truncation> truncations,
      List<AxisPlan> plans) {
    Law law = statement.law();
    PatternProbabilities patterns = new PatternProbabilities(law);
    double tails = law.rest().doubleCeiling();
    for (BranchRegions branch : branches) {
      patterns.add(branch.regions, branch.unknown);
      tails = Rounding.addUp(tails, branch.tails);
    }
    for (Law.Branch missing : law.branches().subList(branches.size(), law.branches().size())) {
      patterns.add(List.of(), mass(missing));
    }
    boolean complete = !tally.isStopped();
    List<List<Region>> regions = branches.stream().map(BranchRegions::regions).toList();
    int count = regions.stream().mapToInt(List::size).sum();
    RegionHeader header = RegionHeader.of(statement, truncations, plans, count);
    return new RegionResult(
        statement,
        problems,
        regions,
        patterns.entries(),
        complete,
        patterns.total(),
        tails,
        tally.queries(),
        tally.infeasible(),
        tally.seconds(),
        complete ? certificate(header, branches) : new byte[0]);
  }

  /** A bound of the mass of a branch. */
  private static double mass(Law.Branch branch) {
    double sum = 0;
    for (Rational weight : branch.weights()) {
      sum = Rounding.addUp(sum, weight.doubleCeiling());
    }
    return sum;
  }

  private BranchRegions regions() throws RejectedException {
    List<Subtree.Part.Done> parts = enumerate();
    byte[] tree = tree(parts);
    Optional<List<Region>> whole = tally.isStopped() ? Optional.empty() : kernel(tree);
    if (whole.isPresent()) {
      return new BranchRegions(whole.get(), tree, problem.tails(), problem.tails());
    }
    tally.halt();
    List<Region> some = parts.stream().flatMap(part -> part.regions().stream()).toList();
    return new BranchRegions(some, new byte[0], problem.tails(), problem.mass().upper());
  }

  /**
   * The regions that the kernel sees in a tree, unless it is stopped; the tree is our own, so the
   * kernel accepts it.
   */
  private Optional<List<Region>> kernel(byte[] tree) {
    List<Region> regions = new ArrayList<>();
    try {
      RegionTree.walk(problem, new ByteArrayInputStream(tree), regions::add);
      return Optional.of(regions);
    } catch (StoppedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to read", e);
    } catch (RejectedException e) {
      throw new IllegalStateException("the kernel refuses the tree that was enumerated", e);
    }
  }

  private List<Subtree.Part.Done> enumerate() throws RejectedException {
    Subtree.Node root = new Subtree.Node(problem.root(), problem.box());
    List<Subtree.Part> top = Subtree.enumerate(root, problem, tally, BRANCHES);
    List<Future<List<Subtree.Part>>> futures = new ArrayList<>();
    for (Subtree.Part part : top) {
      futures.add(threads.submit(() -> finish(part)));
    }
    List<Subtree.Part.Done> done = new ArrayList<>();
    for (Future<List<Subtree.Part>> future : futures) {
      get(future).forEach(part -> done.add((Subtree.Part.Done) part));
    }
    return done;
  }

  private List<Subtree.Part> finish(Subtree.Part part) throws RejectedException {
    return part instanceof Subtree.Part.Open open
        ? Subtree.enumerate(open.node(), problem, tally, Integer.MAX_VALUE)
        : List.of(part);
  }

  private static List<Subtree.Part> get(Future<List<Subtree.Part>> future)
      throws RejectedException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the enumeration was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedException refused) {
        throw refused;
      }
      throw new IllegalStateException("the enumeration failed: " + e.getCause(), e.getCause());
    }
  }

  private static byte[] tree(List<Subtree.Part.Done> parts) {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    parts.forEach(part -> tree.writeBytes(part.tree()));
    return tree.toByteArray();
  }

  private static byte[] certificate(RegionHeader header, List<BranchRegions> branches) {
    ByteArrayOutputStream trees = new ByteArrayOutputStream();
    branches.forEach(branch -> trees.writeBytes(branch.tree));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(trees.toByteArray()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }
}
