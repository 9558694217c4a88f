package surety.solver.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import surety.certificates.cell.BranchDomain;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.domain.Log2;

/**
 * The searches of all branches of a law, whose trees follow one another. Each round goes to the
 * branch that adds most to the gap.
 */
public final class Forest implements GapEstimate {
  private final List<Tree> trees;
  private final List<Search> searches;
  private final double logUnit;

  /**
   * One branch.
   *
   * @param search empty if nothing is random in it
   */
  private record Tree(int number, PlainBranch branch, Optional<Search> search) {}

  /**
   * A branch and the rows of the network as functions of its coordinates.
   *
   * @param network of one coordinate that does nothing, if the branch has none
   */
  public record PlainBranch(Domain domain, PlainNetwork network) {}

  /**
   * A heavy leaf.
   *
   * @param domain in whose coordinates it is
   */
  public record HeavyPart(HeavyLeaf leaf, Domain domain) {}

  private Forest(List<Tree> trees) {
    this.trees = List.copyOf(trees);
    this.searches = trees.stream().flatMap(tree -> tree.search.stream()).toList();
    this.logUnit = searches.stream().mapToDouble(Search::logUnit).max().orElse(0);
  }

  /**
   * Starts a search of each branch: as {@link Search#start}, with a part of gap, time and cells.
   */
  public static Forest start(
      List<PlainBranch> branches,
      Objective objective,
      double densityGap,
      double seconds,
      long mostCells,
      Rounds rounds,
      BooleanSupplier hurry) {
    double share = share(branches);
    List<Tree> trees = new ArrayList<>();
    for (PlainBranch branch : branches) {
      trees.add(
          new Tree(
              trees.size(),
              branch,
              branch.domain.isPoint()
                  ? Optional.empty()
                  : Optional.of(
                      Search.start(
                          branch.domain,
                          branch.network,
                          objective,
                          share * densityGap,
                          share * seconds,
                          Math.max(1, (long) (share * mostCells)),
                          rounds,
                          hurry))));
    }
    return new Forest(trees);
  }

  /**
   * Goes on from trees that follow one another: as {@link Search#of}.
   *
   * @param densityGap what enclosing the densities of all branches may cost
   * @param tree the bytes of all trees
   * @throws OtherTreeException if such searches do not make such trees
   */
  public static Forest of(
      List<PlainBranch> branches,
      Objective objective,
      double densityGap,
      Rounds rounds,
      byte[] tree)
      throws OtherTreeException {
    double share = share(branches);
    ByteArrayInputStream in = new ByteArrayInputStream(tree);
    List<Tree> trees = new ArrayList<>();
    for (PlainBranch branch : branches) {
      Optional<Search> search = Optional.empty();
      if (branch.domain.isPoint()) {
        requireLeaf(in);
      } else {
        search =
            Optional.of(
                Search.of(
                    branch.domain, branch.network, objective, share * densityGap, rounds, in));
      }
      trees.add(new Tree(trees.size(), branch, search));
    }
    if (in.available() > 0) {
      throw new OtherTreeException("its tree goes on behind its end");
    }
    return new Forest(trees);
  }

  private static void requireLeaf(ByteArrayInputStream tree) throws OtherTreeException {
    Rule rule = TreeReader.next(new ProofReader(tree), 0);
    if (!(rule instanceof BoxLeaf)) {
      throw TreeReader.unknown(rule);
    }
  }

  /** What a branch may take of gap, time and cells. */
  private static double share(List<PlainBranch> branches) {
    long random = branches.stream().filter(branch -> !branch.domain.isPoint()).count();
    return 1.0 / Math.max(1, random);
  }

  /** From a search's unit to this one. */
  private double factor(Search search) {
    return Log2.power(search.logUnit() - logUnit);
  }

  /** Whether close enclosures of the densities are costly in some branch. */
  public static boolean isCostly(List<PlainBranch> branches) {
    return branches.stream()
        .anyMatch(branch -> !branch.domain.isPoint() && Search.isCostly(branch.domain));
  }

  /** Whether all densities are polynomials, or need no polynomials. */
  public static boolean isExact(List<PlainBranch> branches) {
    return branches.stream()
        .allMatch(branch -> branch.domain.isPoint() || Search.isExact(branch.domain));
  }

  @Override
  public long cells() {
    return trees.size() - searches.size() + searches.stream().mapToLong(Search::cells).sum();
  }

  /** Whether the density has so many coefficients in a leaf that the kernel needs long for it. */
  public boolean isLongToBound() {
    return searches.stream().anyMatch(Search::isLongToBound);
  }

  /** Whether only a few bytes are kept of a cell. */
  public boolean isOfSmallCells() {
    return searches.stream().allMatch(Search::isOfSmallCells);
  }

  /** Whether some density would have been enclosed closer if there were more time. */
  public boolean isShortOfTime() {
    return searches.stream().anyMatch(Search::isShortOfTime);
  }

  /** Whether some would have been if more cells were allowed. */
  public boolean isShortOfCells() {
    return searches.stream().anyMatch(Search::isShortOfCells);
  }

  /** Whether no neuron bends but at kinks. */
  public boolean isPiecewiseLinear() {
    return trees.stream().allMatch(tree -> tree.branch.network.isPiecewiseLinear());
  }

  /** Whether no round can improve anything any more. */
  public boolean isExhausted() {
    return searches.stream().allMatch(Search::isExhausted);
  }

  /**
   * Has the kernel bound each leaf, when nothing is left to do by the plain bounds, and goes on
   * with those where it sees a gap. Whether there are any; a second time there are not.
   *
   * @param gap of all bounds so far
   */
  public boolean recheck(KernelRows kernel, double gap) {
    boolean isOpen = false;
    for (Tree tree : trees) {
      BranchDomain branch = kernel.problem().branches().get(tree.number);
      isOpen |= tree.search.isPresent() && tree.search.get().recheck(kernel, branch, gap);
    }
    return isOpen;
  }

  /** One round, which makes at most {@code room} more cells. */
  public void round(long room) {
    searches.stream()
        .filter(search -> !search.isExhausted())
        .max(Comparator.comparingDouble(search -> factor(search) * search.meanGap()))
        .ifPresent(search -> search.round(room));
  }

  @Override
  public double unit() {
    return Log2.power(logUnit);
  }

  /** Its binary logarithm, which is a number where it is none itself. */
  public double logUnit() {
    return logUnit;
  }

  @Override
  public double densityError() {
    return searches.stream().mapToDouble(s -> factor(s) * s.densityError()).sum();
  }

  @Override
  public double meanGap() {
    return searches.stream().mapToDouble(s -> factor(s) * s.meanGap()).sum();
  }

  @Override
  public double largestGap() {
    return searches.stream().mapToDouble(s -> factor(s) * s.largestGap()).sum();
  }

  @Override
  public double lower() {
    return searches.stream().mapToDouble(s -> factor(s) * s.lower()).sum();
  }

  /**
   * Where most of the probability is of the event, or of its complement, the heaviest first; none
   * if several things are asked.
   *
   * @param inside whether of the event
   * @param count how many at most
   */
  public List<HeavyPart> heaviest(boolean inside, int count) {
    List<HeavyPart> parts = new ArrayList<>();
    for (Tree tree : trees) {
      tree.search.ifPresent(
          search -> {
            double factor = factor(search);
            for (HeavyLeaf leaf : search.heaviest(inside, count)) {
              HeavyLeaf scaled = new HeavyLeaf(leaf.lower(), leaf.upper(), factor * leaf.mass());
              parts.add(new HeavyPart(scaled, tree.branch.domain));
            }
          });
    }
    parts.sort(Comparator.comparingDouble((HeavyPart part) -> -part.leaf.mass()));
    return List.copyOf(parts.subList(0, Math.min(count, parts.size())));
  }

  /** The bytes of proof trees that are one box each. */
  public static byte[] singleLeaves(int branches) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int k = 0; k < branches; k++) {
      bytes.writeBytes(Search.singleLeaf());
    }
    return bytes.toByteArray();
  }

  /** The bytes of the proof trees, unless that is stopped. */
  public byte[] tree(Stop stop) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Tree tree : trees) {
      bytes.writeBytes(tree.search.map(search -> search.tree(stop)).orElseGet(Search::singleLeaf));
    }
    return bytes.toByteArray();
  }
}
