package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import surety.certificates.loop.Expression;
import surety.certificates.loop.LoopProgram;

/**
 * A quantity of a loop's variables after some iterations. It is about no network and no inputs.
 *
 * @param iterations 0 is the state before the first one
 * @param requirement empty for a query that only asks for bounds
 */
public record LoopClaim(
    LoopProgram program, int iterations, LoopQuantity quantity, Optional<Requirement> requirement)
    implements Claim {
  /** Bounds the time of a replay. */
  public static final int MOST_ITERATIONS = 1_000_000;

  /** Refuses what does not fit together. */
  public LoopClaim {
    Objects.requireNonNull(program);
    Objects.requireNonNull(quantity);
    Objects.requireNonNull(requirement);
    if (iterations < 0 || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException(
          "a number of iterations is 0 to " + MOST_ITERATIONS + ", not " + iterations);
    }
    if (requirement.isPresent() && quantity.count() != 1) {
      throw new IllegalArgumentException("something is required of one number only");
    }
    for (Expression expression : quantity.expressions()) {
      TreeSet<String> unknown = new TreeSet<>(expression.variables());
      unknown.removeAll(program.variables());
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException("the loop has no variable " + unknown.first());
      }
    }
  }

  @Override
  public int count() {
    return quantity.count();
  }

  @Override
  public List<Event> events() {
    return List.of();
  }

  @Override
  public List<AffineForm> forms() {
    return List.of();
  }

  /** {@inheritDoc} The loop itself stands before it. */
  @Override
  public String canonical() {
    return "after "
        + iterations
        + " iterations: "
        + quantity.canonical()
        + " "
        + RequirementText.write(requirement);
  }
}
