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
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.Network;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionTree;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.CertificateWriter;
import surety.certificates.replay.RegionHeader;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.StoppedException;

/** Enumerates all activation regions of a network that meet the support of its random inputs. */
public final class RegionSearch {
  /** Subtrees below that many branches are enumerated independently, whatever the threads. */
  private static final int BRANCHES = 7;

  private final Tally tally;
  private final RegionOptions options;

  private RegionSearch(Tally tally, RegionOptions options) {
    this.tally = tally;
    this.options = options;
  }

  /**
   * Enumerates.
   *
   * @param cancelled asked often; once it answers true the enumeration ends with what it has
   * @throws RejectedException if the network has no such regions, or no input is random
   */
  public static RegionResult run(
      RegionStatement statement,
      Network network,
      RegionOptions options,
      RegionProgress.Listener listener,
      BooleanSupplier cancelled)
      throws RejectedException {
    List<Marginal> marginals =
        statement.random().stream().map(input -> Marginal.of(input.distribution())).toList();
    List<Truncation> truncations = AxisPlanner.truncations(marginals);
    List<AxisPlan> plans = AxisPlanner.plan(marginals, truncations);
    RegionProblem problem =
        RegionProblem.of(statement, network, truncations, plans, cancelled::getAsBoolean);
    Tally tally = new Tally(problem, options.maxRegions(), listener);
    List<Subtree.Part.Done> parts = new RegionSearch(tally, options).enumerate();
    byte[] tree = tree(parts);
    Optional<List<Region>> whole = tally.isStopped() ? Optional.empty() : kernel(problem, tree);
    boolean complete = whole.isPresent();
    List<Region> regions =
        whole.orElseGet(() -> parts.stream().flatMap(part -> part.regions().stream()).toList());
    RegionHeader header = RegionHeader.of(statement, truncations, plans, regions.size());
    return new RegionResult(
        problem,
        regions,
        complete,
        total(regions),
        tally.queries(),
        tally.infeasible(),
        tally.seconds(),
        complete ? certificate(header, tree) : new byte[0]);
  }

  /**
   * The regions that the kernel sees in a tree, unless it is stopped; the tree is our own, so the
   * kernel accepts it.
   */
  private static Optional<List<Region>> kernel(RegionProblem problem, byte[] tree) {
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
    RegionProblem problem = tally.problem();
    Subtree.Node root = new Subtree.Node(problem.root(), problem.box());
    List<Subtree.Part> top = Subtree.enumerate(root, tally, BRANCHES);
    ExecutorService threads = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<List<Subtree.Part>>> futures = new ArrayList<>();
      for (Subtree.Part part : top) {
        futures.add(threads.submit(() -> finish(part)));
      }
      List<Subtree.Part.Done> done = new ArrayList<>();
      for (Future<List<Subtree.Part>> future : futures) {
        get(future).forEach(part -> done.add((Subtree.Part.Done) part));
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Subtree.Part> finish(Subtree.Part part) throws RejectedException {
    return part instanceof Subtree.Part.Open open
        ? Subtree.enumerate(open.node(), tally, Integer.MAX_VALUE)
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

  /** Encloses the sum of disjoint regions' probabilities. */
  private static Interval total(List<Region> regions) {
    ExactSum lower = new ExactSum();
    ExactSum upper = new ExactSum();
    for (Region region : regions) {
      lower.add(region.probability().lower());
      upper.add(region.probability().upper());
    }
    double top = Math.min(1, upper.value().doubleCeiling());
    return Interval.of(Math.min(lower.value().doubleFloor(), top), top);
  }

  private static byte[] tree(List<Subtree.Part.Done> parts) {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    parts.forEach(part -> tree.writeBytes(part.tree()));
    return tree.toByteArray();
  }

  private static byte[] certificate(RegionHeader header, byte[] tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(tree), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }
}
