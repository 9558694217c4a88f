package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;

/**
 * Evaluates leaves and keeps an account of each measure of an {@link Inquiry}.
 *
 * <p>One thread at a time; what several threads have is added up by {@link #add(LeafEvaluator)}.
 */
public final class LeafEvaluator {
  private final Inquiry inquiry;
  private final List<Measure.Account> accounts;
  private long leaves;

  /** For what is asked. */
  public LeafEvaluator(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.accounts = inquiry.measures().stream().map(Measure::open).toList();
  }

  /** Adds all that another evaluator of the same inquiry has. */
  public void add(LeafEvaluator other) {
    for (int k = 0; k < accounts.size(); k++) {
      accounts.get(k).addAll(other.accounts.get(k));
    }
    leaves += other.leaves;
  }

  /** Number of leaves so far. */
  public long leaves() {
    return leaves;
  }

  /**
   * The bounds that the inquiry asks for, when all leaves of a tree have been added.
   *
   * @param known what is known without the tree
   */
  public List<Enclosure> bounds(List<FormMoments> known) {
    List<List<Enclosure>> measured = new ArrayList<>();
    for (int k = 0; k < accounts.size(); k++) {
      List<Enclosure> numbers = accounts.get(k).bounds(inquiry.problem().tails());
      measured.add(inquiry.measures().get(k).closer(numbers, known));
    }
    return inquiry.answers(measured);
  }

  /**
   * Adds a simplex; any choice gives sound bounds.
   *
   * @param firstOwnLevel from which level on it has bounds of its own
   * @param degree of the density's form that its parts are integrated with, at most
   */
  public void add(SimplexCell cell, int firstOwnLevel, int degree) {
    add(new EvaluatedSimplex(cell, firstOwnLevel, degree));
  }

  /** Adds a box. */
  public void add(BoxCell cell) {
    add(new EvaluatedBox(cell));
  }

  private void add(EvaluatedLeaf leaf) {
    leaves++;
    for (Measure.Account account : accounts) {
      account.add(leaf);
    }
  }
}
