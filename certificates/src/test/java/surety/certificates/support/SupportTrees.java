package surety.certificates.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RejectedException;
import surety.certificates.writing.SupportTreeWriter;

/** Trees of supports for tests, without a search: what is likely enough is worked out. */
public final class SupportTrees {
  private final double least;
  private final boolean confines;
  private final List<SupportRule> rules = new ArrayList<>();

  private SupportTrees(double least, boolean confines) {
    this.least = least;
    this.confines = confines;
  }

  /**
   * The rules of the trees of all components, in pre-order.
   *
   * @param least what has less mass is left out
   * @param confines whether the last two decisions are combined wherever there are two
   */
  public static List<SupportRule> of(SupportProblem problem, double least, boolean confines) {
    SupportTrees trees = new SupportTrees(least, confines);
    try {
      for (int component = 0; component < problem.components(); component++) {
        trees.visit(problem.root(component));
      }
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
    return trees.rules;
  }

  private void visit(Place unconfined) throws RejectedException {
    Place place = unconfined;
    List<Decision> decisions = place.decisions();
    if (confines && decisions.size() > 1) {
      Combination combination =
          new Combination(
              List.of(
                  term(decisions, decisions.size() - 1), term(decisions, decisions.size() - 2)));
      place = place.within(combination);
      rules.add(new SupportRule.Confined(combination));
    }
    if (place.most() < least) {
      rules.add(new SupportRule.LeftOut());
    } else if (place.isPattern()) {
      rules.add(new SupportRule.Pattern(Interval.of(place.least(), place.most())));
    } else {
      split(place.isGateDecided() ? place.atNextGate() : place);
    }
  }

  private static Combination.Term term(List<Decision> decisions, int number) {
    double deviation = decisions.get(number).argument().variance().sqrt().upper();
    boolean above = decisions.get(number).lower().isPresent();
    return new Combination.Term(number, above, 1 / Math.max(1e-9, deviation));
  }

  private void split(Place place) throws RejectedException {
    int neuron = 0;
    while (!place.isOpen(neuron)) {
      neuron++;
    }
    rules.add(new SupportRule.Split(neuron));
    for (int piece = 0; piece < place.pieces(neuron); piece++) {
      visit(place.on(neuron, piece));
    }
  }

  /** The trees' bytes. */
  public static byte[] bytes(List<SupportRule> rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (SupportRule rule : rules) {
        SupportTreeWriter.write(rule, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
