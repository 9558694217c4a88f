package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.language.sure.Relation;

/** Chains of comparisons, such as {@code 0 <= a < 1}: their signs point one way. */
public final class Chains {
  private static final Set<String> RISING = Set.of("<", "<=");
  private static final Set<String> FALLING = Set.of(">", ">=");

  private Chains() {}

  /**
   * A chain whose signs point both ways, as the comparisons that it stands for: {@code 0 < a and a
   * > 1}. Nothing if it is right, or wrong in another way.
   */
  public static Optional<String> turned(Relation relation) {
    boolean isMixed =
        relation.getOperators().stream().anyMatch(RISING::contains)
            && relation.getOperators().stream().anyMatch(FALLING::contains);
    if (!isMixed) {
      return Optional.empty();
    }
    List<String> operands = relation.getOperands().stream().map(Text::of).toList();
    List<String> pairs = new ArrayList<>();
    for (int k = 0; k < relation.getOperators().size(); k++) {
      pairs.add(operands.get(k) + " " + relation.getOperators().get(k) + " " + operands.get(k + 1));
    }
    return Optional.of(String.join(" and ", pairs));
  }
}
