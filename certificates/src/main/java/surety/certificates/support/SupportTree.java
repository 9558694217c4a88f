package surety.certificates.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.rejection.TreeRejection;

/**
 * Walks the trees of a support, one for each component, and computes how much is missing.
 *
 * <p>Sound: the pieces of a neuron are all there are, so each input is in one of the places below a
 * split. So each input has a pattern that is listed under its component, or is in a place that is
 * left out; and the mass of the latter is at most the sum of the places' masses. Memory grows with
 * the depth of a tree only.
 */
public final class SupportTree {
  private final SupportProblem problem;
  private final DataInputStream in;
  private final Visitor visitor;
  private final ExactSum missing = new ExactSum();
  private long nodes;
  private long patterns;

  private SupportTree(SupportProblem problem, InputStream in, Visitor visitor) {
    this.problem = problem;
    this.in = new DataInputStream(in);
    this.visitor = visitor;
  }

  /** Sees the patterns. */
  @FunctionalInterface
  public interface Visitor {
    /** One pattern, with its claimed mass, which has been checked. */
    void visit(ListedPattern pattern) throws RejectedException;
  }

  /**
   * What is known after the walk.
   *
   * @param patterns that are listed, each counted under each component
   * @param nodes of the trees
   * @param missing at least the probability that the inputs have none of them
   */
  public record Outcome(long patterns, long nodes, double missing) {}

  /**
   * Walks the trees of all components to their end, and not further.
   *
   * @param trees the bytes, buffered
   * @throws RejectedException if anything is wrong with them
   * @throws surety.certificates.stop.StoppedException if somebody stops the problem's computations
   */
  public static Outcome walk(SupportProblem problem, InputStream trees, Visitor visitor)
      throws IOException, RejectedException {
    SupportTree tree = new SupportTree(problem, trees, visitor);
    for (int component = 0; component < problem.components(); component++) {
      tree.walk(component);
    }
    double missing = Math.min(1, tree.missing.value().doubleCeiling());
    return new Outcome(tree.patterns, tree.nodes, missing);
  }

  private void walk(int component) throws IOException, RejectedException {
    Deque<Place> open = new ArrayDeque<>();
    open.push(problem.root(component));
    while (!open.isEmpty()) {
      problem.stop().check();
      nodes++;
      SupportRule rule = SupportTreeCode.read(in);
      Place place = open.pop();
      try {
        visit(rule, place, component, open);
      } catch (RejectedException e) {
        throw new RejectedException(new TreeRejection.At("node", nodes, e.rejection()));
      }
    }
  }

  private void visit(SupportRule rule, Place place, int component, Deque<Place> open)
      throws RejectedException {
    if (rule instanceof SupportRule.LeftOut) {
      missing.add(place.most());
    } else if (rule instanceof SupportRule.Confined confined) {
      open.push(place.within(confined.combination()));
    } else if (rule instanceof SupportRule.Pattern pattern) {
      list(pattern.mass(), place, component);
    } else {
      split(((SupportRule.Split) rule).neuron(), place, open);
    }
  }

  private static void split(int neuron, Place place, Deque<Place> open) throws RejectedException {
    Place at = place.isGateDecided() ? place.atNextGate() : place;
    if (!at.isOpen(neuron)) {
      throw new RejectedException(new SupportRejection.NotOpen(neuron));
    }
    for (int piece = at.pieces(neuron) - 1; piece >= 0; piece--) {
      open.push(at.on(neuron, piece));
    }
  }

  private void list(Interval claimed, Place place, int component) throws RejectedException {
    if (!place.isPattern()) {
      throw new RejectedException(
          new RegionRejection.Misplaced("a pattern stands where a neuron is not decided"));
    }
    if (place.least() < claimed.lower() || place.most() > claimed.upper()) {
      Interval computed = new Interval(place.least(), place.most());
      throw new RejectedException(new SupportRejection.NotProved(claimed, computed));
    }
    patterns++;
    visitor.visit(new ListedPattern(component, place.pattern(), claimed));
  }
}
