package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import surety.certificates.text.StatementException;

/**
 * Exactly what is claimed: for the functions over the reals whose weights are the numbers in the
 * network files, at claim level R, or for any evaluation of them in a floating-point format, at
 * claim level F; and inputs distributed as stated. Or of a loop, over the reals.
 *
 * @param semantics what the networks' outputs are
 * @param networks one or more, all with the same inputs; their outputs are counted through; none if
 *     it is about a loop
 * @param law how the inputs are distributed, in the networks' order
 */
public record Statement(
    Semantics semantics, List<NetworkReference> networks, Law law, Claim claim) {
  /** Largest number of inputs or outputs that a statement may name. */
  public static final int MOST_COORDINATES = 1_000_000;

  /** Most networks of one statement. */
  public static final int MOST_NETWORKS = 16;

  /** Refuses what does not fit together. */
  public Statement {
    networks = List.copyOf(networks);
    Objects.requireNonNull(semantics);
    Objects.requireNonNull(law);
    Objects.requireNonNull(claim);
    if (claim instanceof LoopClaim) {
      requireNoNetwork(semantics, networks, law);
    } else {
      requireNetworks(networks, law, claim);
    }
  }

  private static void requireNoNetwork(
      Semantics semantics, List<NetworkReference> networks, Law law) {
    if (!semantics.isReal() || !networks.isEmpty() || law.inputs() != 0) {
      throw new IllegalArgumentException(
          "what is said of a loop is about no network and no inputs, over the reals");
    }
  }

  private static void requireNetworks(List<NetworkReference> networks, Law law, Claim claim) {
    if (networks.isEmpty() || networks.size() > MOST_NETWORKS) {
      throw new IllegalArgumentException(
          "a statement is about 1 to " + MOST_NETWORKS + " networks, not " + networks.size());
    }
    Law.requireCount(law.inputs(), 1);
    if (claim.allForms().isEmpty()) {
      throw new IllegalArgumentException("a claim is about outputs or inputs, not about numbers");
    }
    int outputs = networks.stream().mapToInt(NetworkReference::outputs).sum();
    for (AffineForm form : claim.allForms()) {
      requireFitting(form, outputs, law.inputs());
    }
    for (Event event : claim.events()) {
      if (event.atoms().size() > Event.MOST_ATOMS) {
        throw new IllegalArgumentException(
            "an event has at most " + Event.MOST_ATOMS + " comparisons");
      }
    }
  }

  /** About a loop. */
  public Statement(LoopClaim claim) {
    this(List.of(), List.of(), claim);
  }

  /** About the functions over the reals. */
  public Statement(List<NetworkReference> networks, Law law, Claim claim) {
    this(Semantics.REAL, networks, law, claim);
  }

  /** The same of another claim. */
  public Statement about(Claim other) {
    return new Statement(semantics, networks, law, other);
  }

  /** The same with another semantics. */
  public Statement in(Semantics other) {
    return new Statement(other, networks, law, claim);
  }

  /** About independent inputs. */
  public Statement(List<NetworkReference> networks, List<Input> inputs, Claim claim) {
    this(networks, Law.independent(inputs), claim);
  }

  /** About one network and independent inputs. */
  public Statement(String networkDigest, List<Input> inputs, int outputs, Claim claim) {
    this(List.of(new NetworkReference(networkDigest, outputs)), inputs, claim);
  }

  /**
   * The inputs, if they are independent.
   *
   * @throws IllegalStateException if they are not
   */
  public List<Input> inputs() {
    return law.independentInputs()
        .orElseThrow(() -> new IllegalStateException("the inputs are not independent"));
  }

  private static void requireFitting(AffineForm form, int outputs, int inputs) {
    if (form.outputs().size() != outputs) {
      throw new IllegalArgumentException(
          "the claim is about %d outputs, the networks have %d"
              .formatted(form.outputs().size(), outputs));
    }
    if (!form.inputs().isEmpty() && form.inputs().size() != inputs) {
      throw new IllegalArgumentException(
          "the claim is about %d inputs, there are %d".formatted(form.inputs().size(), inputs));
    }
    if (AffineForm.areTooLong(form.coefficients())) {
      throw new IllegalArgumentException(
          "the numbers by which the claim multiplies outputs and inputs are too long; write"
              + " shorter ones");
    }
  }

  /** The number of outputs of all networks. */
  public int outputs() {
    return networks.stream().mapToInt(NetworkReference::outputs).sum();
  }

  /** The canonical text; equal for equal statements only. */
  public String canonical() {
    return StatementText.write(this);
  }

  /**
   * The statement of a canonical text.
   *
   * @throws StatementException if the text is anything else, down to the last blank
   */
  public static Statement parse(String text) throws StatementException {
    return StatementText.parse(text);
  }
}
