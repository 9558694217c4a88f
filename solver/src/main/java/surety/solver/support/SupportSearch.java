package surety.solver.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.SupportHeader;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.support.ListedPattern;
import surety.certificates.support.SupportProblem;
import surety.certificates.support.SupportRule;
import surety.certificates.support.SupportTree;
import surety.certificates.writing.CertificateWriter;
import surety.certificates.writing.SupportTreeWriter;
import surety.solver.region.RegionProgress;

/**
 * Searches for the patterns that a network has but for a small probability. What may still have the
 * greatest mass is worked out first: confined by the best combination of its half-spaces, or cut at
 * a neuron. All masses are the kernel's, which also replays the tree in the end.
 */
public final class SupportSearch {
  private static final double NANOSECONDS = 1e9;

  private final SupportProblem problem;
  private final SupportOptions options;
  private final RegionProgress.Listener listener;
  private final Stop stop;
  private final long start = System.nanoTime();
  private final double wanted;
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.comparingDouble((Open node) -> -node.node.most()).thenComparing(Open::number));
  private final List<SupportNode> roots = new ArrayList<>();
  private double missing;
  private long patterns;
  private long count;

  /** A node that is not worked out, and where it hangs; the roots hang nowhere. */
  private record Open(SupportNode node, List<SupportNode> parent, long number) {}

  private SupportSearch(
      SupportProblem problem, SupportOptions options, RegionProgress.Listener listener, Stop stop) {
    this.problem = problem;
    this.options = options;
    this.listener = listener;
    this.stop = stop;
    this.wanted = options.missing() * (1 - 4 * SupportNode.ROOM);
  }

  /**
   * Searches.
   *
   * @param stop asked often; once it is wanted the search ends with what it has
   * @throws RejectedException if the network is not piecewise linear, the law no mixture of
   *     normals, or they are too large
   */
  public static SupportResult run(
      SupportStatement statement,
      Network network,
      SupportOptions options,
      RegionProgress.Listener listener,
      Stop stop)
      throws RejectedException {
    SupportProblem problem = SupportProblem.of(statement.law(), network, Stop.NEVER);
    SupportSearch search = new SupportSearch(problem, options, listener, stop);
    search.grow();
    return search.result(statement);
  }

  private void grow() throws RejectedException {
    for (int component = 0; component < problem.components(); component++) {
      SupportNode root = SupportNode.root(problem.root(component));
      roots.add(root);
      push(root, List.of());
    }
    while (!open.isEmpty() && !isEnough() && !isOver()) {
      Open next = open.remove();
      missing -= next.node.most();
      workOut(next);
    }
  }

  private void workOut(Open next) throws RejectedException {
    SupportNode node = next.node;
    if (!node.isConfined()) {
      SupportNode confined = node.confined();
      next.parent.set(next.parent.indexOf(node), confined);
      push(confined, next.parent);
    } else if (node.isPattern()) {
      node.list();
      patterns++;
      listener.progressed(new RegionProgress(patterns, count, Math.max(0, 1 - missing), seconds()));
    } else {
      node.split();
      for (SupportNode child : List.copyOf(node.children())) {
        push(child, node.children());
      }
    }
  }

  private void push(SupportNode node, List<SupportNode> parent) {
    missing += node.most();
    if (node.most() > 0) {
      open.add(new Open(node, parent, count++));
    }
  }

  /** The sum is taken anew before it is believed, as it was added to and taken from often. */
  private boolean isEnough() {
    if (missing > wanted) {
      return false;
    }
    double sum = 0;
    for (Open node : open) {
      sum = Rounding.addUp(sum, node.node.most());
    }
    missing = sum;
    return sum <= wanted;
  }

  private boolean isOver() {
    return stop.isWanted() || patterns >= options.maxPatterns() || seconds() > options.seconds();
  }

  private double seconds() {
    return (System.nanoTime() - start) / NANOSECONDS;
  }

  private SupportResult result(SupportStatement statement) {
    byte[] trees = bytes();
    List<ListedPattern> listed = new ArrayList<>();
    try {
      SupportTree.Outcome outcome =
          SupportTree.walk(problem, new ByteArrayInputStream(trees), listed::add);
      double claimed = SupportNode.wider(outcome.missing());
      SupportHeader header = SupportHeader.of(statement, claimed, listed.size());
      ByteArrayOutputStream certificate = new ByteArrayOutputStream();
      CertificateWriter.write(header, new ByteArrayInputStream(trees), certificate);
      return new SupportResult(
          statement,
          patterns(listed, claimed),
          claimed,
          claimed <= options.missing(),
          seconds(),
          certificate.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } catch (RejectedException e) {
      throw new IllegalStateException("the kernel refuses the tree that was grown", e);
    }
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deque<SupportNode> stack = new ArrayDeque<>();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (SupportNode root : roots) {
        stack.push(root);
        while (!stack.isEmpty()) {
          SupportNode node = stack.pop();
          for (SupportRule rule : node.rules()) {
            SupportTreeWriter.write(rule, out);
          }
          for (int k = node.children().size() - 1; k >= 0; k--) {
            stack.push(node.children().get(k));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The patterns of all components together. Under a component that does not list it a pattern is
   * among what is missing.
   */
  private List<SupportResult.Pattern> patterns(List<ListedPattern> listed, double claimed) {
    Map<String, List<ListedPattern>> byText = new LinkedHashMap<>();
    for (ListedPattern pattern : listed) {
      byText.computeIfAbsent(pattern.pattern(), text -> new ArrayList<>()).add(pattern);
    }
    List<SupportResult.Pattern> all = new ArrayList<>();
    byText.forEach(
        (text, of) -> {
          double lower = 0;
          double upper = of.size() < problem.components() ? claimed : 0;
          for (ListedPattern one : of) {
            lower = Rounding.addDown(lower, one.mass().lower());
            upper = Rounding.addUp(upper, one.mass().upper());
          }
          Interval probability = new Interval(Math.min(1, lower), Math.min(1, upper));
          all.add(new SupportResult.Pattern(of.get(0).pieces(), text, probability));
        });
    all.sort(
        Comparator.comparingDouble(
            (SupportResult.Pattern p) -> -p.probability().lower() - p.probability().upper()));
    return all;
  }
}
