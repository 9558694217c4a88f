package surety.certificates.moment;

import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.Gate;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;

/**
 * A way to bound moments and probabilities without a proof tree, by a surrogate of the network. The
 * kernel needs nothing but its name. With one hidden layer means and covariances are exact.
 */
public enum MomentMethod {
  /** Each activation is replaced by the affine function that is best on average. */
  BEST_ON_AVERAGE("linearisation on average", 1),
  /** Each activation is replaced by its tangent where its argument is on average. */
  TANGENT("linearisation by tangents", 2);

  /** More neurons' covariances take too much memory. */
  private static final int MOST_KINKS = 3000;

  /** Pairs of kinks under all components, as each component has covariances of its own. */
  private static final long MOST_PAIRS = 9_000_000;

  /**
   * Numbers that all normal numbers have in all, under all components; and so many multiples of
   * kinks all of a network's numbers may be made of.
   */
  private static final long MOST_NUMBERS = 1L << 23;

  /** Each is one of a form and a threshold under a component, and takes up to a millisecond. */
  private static final long MOST_COMPARISONS = 1L << 16;

  /** How many numbers there are of an activation that bends. */
  private static final long SERIES = 100;

  private final String word;
  private final int code;

  MomentMethod(String word, int code) {
    this.word = word;
    this.code = code;
  }

  /** What people call it. */
  public String word() {
    return word;
  }

  /** The bit that stands for it in certificates. */
  public int code() {
    return code;
  }

  /**
   * What it finds about a problem.
   *
   * @throws RejectedException if it does not work for the problem's law or networks
   */
  public FormMoments of(Problem problem) throws RejectedException {
    return new MixtureMoments(problem, suitable(problem), this == TANGENT);
  }

  /**
   * Whether it works for a problem, at no cost.
   *
   * @throws RejectedException if it does not
   */
  public void requireSuitable(Problem problem) throws RejectedException {
    suitable(problem);
  }

  private NormalLaw suitable(Problem problem) throws RejectedException {
    if (!problem.statement().semantics().isReal()) {
      throw unsuitable("is about functions over the reals, not about computed numbers");
    }
    Optional<NormalLaw> law = NormalLaw.ofAny(problem.statement().law());
    if (law.isEmpty()) {
      throw unsuitable(
          "needs inputs that are normal, uniform, beta or triangular, or mixtures of such");
    }
    requireSmall(problem, law.get());
    return law.get();
  }

  private void requireSmall(Problem problem, NormalLaw law) throws RejectedException {
    long kinks = 0;
    long factors = 0;
    for (Gate gate : problem.graph().gates()) {
      factors += gate.size() * kinks;
      long more = gate instanceof Gate.Activations of ? kinks(of.layer()) : 0;
      kinks += more;
      factors += more;
    }
    long forms = problem.forms().size();
    factors += forms * kinks + SERIES * ActivatedNormal.bent(problem.graph());
    long numbers = law.numbers(problem.graph().wires() + forms);
    if (kinks > MOST_KINKS || numbers > MOST_NUMBERS) {
      throw unsuitable(
          "works for networks with at most %d kinks and %d numbers of all inputs, neurons and forms, not %d and %d"
              .formatted(MOST_KINKS, MOST_NUMBERS, kinks, numbers));
    }
    long components = law.components().size();
    if (components * factors > MOST_NUMBERS || components * kinks * kinks > MOST_PAIRS) {
      throw unsuitable(
          "works for at most %d factors of kinks and %d pairs of them in all components of the law, not %d and %d"
              .formatted(
                  MOST_NUMBERS, MOST_PAIRS, components * factors, components * kinks * kinks));
    }
    long comparisons = components * comparisons(problem.statement().claim());
    if (comparisons > MOST_COMPARISONS) {
      throw unsuitable(
          "works for at most %d comparisons with thresholds in all components of the law, not %d"
              .formatted(MOST_COMPARISONS, comparisons));
    }
  }

  private static long comparisons(Claim claim) {
    long inEvents = claim.events().stream().mapToLong(event -> event.atoms().size()).sum();
    return inEvents + (claim instanceof BandClaim band ? band.numbers() : 0);
  }

  private long kinks(ActivationLayer layer) throws RejectedException {
    long kinks = 0;
    for (Activation activation : layer.activations()) {
      if (!ActivatedNormal.exists(activation)) {
        throw unsuitable("needs activations with bounded slopes, unlike " + activation.name());
      }
      kinks += ActivatedNormal.parts(activation);
    }
    return kinks;
  }

  private RejectedException unsuitable(String why) {
    return new RejectedException(new ProblemRejection.Unsuitable("the " + word + " " + why));
  }
}
