package surety.language.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.loop.LoopProgram;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.LoopQuantity;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.Requirement;
import surety.language.model.Expressions;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Call;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.IndexedReference;
import surety.language.sure.JointMoments;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;
import surety.language.translation.Requirements;
import surety.language.translation.Text;

/** What is claimed or asked of loops: {@code E(x[20])} is the mean of x after 20 iterations. */
public final class LoopClaims {
  private static final String FUNCTIONS =
      "a claim about a loop is about one of E(...), Var(...), Std(...), Cov(..., ...) and Corr(..., ...)";

  private final Set<Integer> iterations = new HashSet<>();
  private final LoopExpressionReader expressions;

  private LoopClaims(LoopDeclaration loop) {
    this.expressions = new Indexed(new LoopScope(loop));
  }

  /** Variables have the number of iterations behind them. */
  private final class Indexed extends LoopExpressionReader {
    Indexed(LoopScope scope) {
      super(scope, true);
    }

    @Override
    surety.certificates.loop.Expression reference(VariableReference reference) {
      if (!(reference instanceof IndexedReference indexed)) {
        surety.certificates.loop.Expression value = super.reference(reference);
        if (value instanceof surety.certificates.loop.Expression.Variable variable) {
          throw new LoopProblemException(
              IssueCodes.LOOP_CLAIM,
              "'%s' changes from iteration to iteration; write after how many, as in %s[10]"
                  .formatted(variable.name(), variable.name()),
              reference);
        }
        return value;
      }
      String name = indexed.getVector();
      if (!scope().isVariable(name)) {
        scope().constant(name, reference);
        throw new LoopProblemException(
            IssueCodes.LOOP_CLAIM,
            "'%s' is the same in all iterations; write it without an index".formatted(name),
            reference);
      }
      String index = indexed.getIndex();
      if (index.length() > 7 || Integer.parseInt(index) > LoopClaim.MOST_ITERATIONS) {
        throw new LoopProblemException(
            IssueCodes.LOOP_CLAIM,
            "at most %d iterations are looked at, not %s"
                .formatted(LoopClaim.MOST_ITERATIONS, index),
            reference);
      }
      iterations.add(Integer.valueOf(index));
      return new surety.certificates.loop.Expression.Variable(name);
    }
  }

  /** What is wrong with a claim about a loop. */
  public static List<Problem> problems(ClaimDeclaration claim, LoopDeclaration loop) {
    try {
      LoopClaims reader = new LoopClaims(loop);
      reader.requireOneTime(claim, reader.quantity(claim));
      return List.of();
    } catch (LoopProblemException e) {
      return List.of(e.problem());
    }
  }

  /**
   * The claim, if there is nothing wrong with it.
   *
   * @param program what its loop is
   */
  public static Optional<LoopClaim> read(ClaimDeclaration claim, LoopProgram program) {
    Optional<Requirement> requirement =
        claim instanceof Property property ? Requirements.of(property) : Optional.empty();
    if (claim instanceof Property && requirement.isEmpty()) {
      return Optional.empty();
    }
    try {
      LoopClaims reader = new LoopClaims(claim.getLoop());
      LoopQuantity quantity = reader.quantity(claim);
      int time = reader.requireOneTime(claim, quantity);
      return Optional.of(new LoopClaim(program, time, quantity, requirement));
    } catch (LoopProblemException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private int requireOneTime(ClaimDeclaration claim, LoopQuantity quantity) {
    if (iterations.size() != 1) {
      throw problem(
          claim,
          iterations.isEmpty()
              ? quantity.canonical() + " is about no variable of the loop"
              : "all variables of a claim are those after the same number of iterations");
    }
    return iterations.iterator().next();
  }

  private static LoopProblemException problem(ClaimDeclaration claim, String message) {
    return new LoopProblemException(
        IssueCodes.LOOP_CLAIM, message, claim, SurePackage.Literals.CLAIM_DECLARATION__NAME);
  }

  private LoopQuantity quantity(ClaimDeclaration claim) {
    if (claim instanceof Query query && query.getMoments() != null) {
      return moments(query.getMoments());
    }
    if (claim.getQuantity() == null) {
      throw problem(claim, FUNCTIONS);
    }
    Call call =
        Expressions.call(claim.getQuantity())
            .orElseThrow(
                () ->
                    new LoopProblemException(
                        IssueCodes.LOOP_CLAIM, FUNCTIONS, claim.getQuantity()));
    List<surety.certificates.loop.Expression> arguments = new ArrayList<>();
    for (Expression argument : call.getArguments()) {
      arguments.add(expressions.of(argument));
    }
    return quantity(call, arguments);
  }

  private static LoopQuantity quantity(
      Call call, List<surety.certificates.loop.Expression> arguments) {
    boolean isPair = call.getFunction().equals("Cov") || call.getFunction().equals("Corr");
    if (call.getGiven() != null || arguments.size() != (isPair ? 2 : 1)) {
      throw new LoopProblemException(
          IssueCodes.FUNCTION_ARGUMENTS, FUNCTIONS, call, SurePackage.Literals.CALL__FUNCTION);
    }
    return switch (call.getFunction()) {
      case "E" -> new LoopQuantity.Mean(arguments.get(0));
      case "Var" -> new LoopQuantity.Dispersion(Quantity.Spread.VARIANCE, arguments.get(0));
      case "Std" -> new LoopQuantity.Dispersion(Quantity.Spread.DEVIATION, arguments.get(0));
      case "Cov" ->
          new LoopQuantity.Association(
              Quantity.Dependence.COVARIANCE, arguments.get(0), arguments.get(1));
      case "Corr" ->
          new LoopQuantity.Association(
              Quantity.Dependence.CORRELATION, arguments.get(0), arguments.get(1));
      default ->
          throw new LoopProblemException(
              IssueCodes.UNKNOWN_FUNCTION, FUNCTIONS, call, SurePackage.Literals.CALL__FUNCTION);
    };
  }

  /** Of one expression, up to an order: {@code moments(x[20], 4)}. */
  private LoopQuantity moments(JointMoments moments) {
    List<Sum> forms = moments.getForms();
    if (forms.size() != 2) {
      throw new LoopProblemException(
          IssueCodes.LOOP_CLAIM,
          "moments of a loop are those of one expression up to an order: moments(x[20], 4)",
          moments);
    }
    surety.certificates.loop.Expression of = expressions.of(forms.get(0));
    String order = Text.of(forms.get(1));
    if (!order.matches("[1-9][0-9]?") || Integer.parseInt(order) > LoopQuantity.MOST_ORDER) {
      throw new LoopProblemException(
          IssueCodes.LOOP_CLAIM,
          "the highest order is a whole number from 1 to " + LoopQuantity.MOST_ORDER,
          forms.get(1));
    }
    return new LoopQuantity.Moments(of, Integer.parseInt(order));
  }
}
