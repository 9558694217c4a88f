package surety.language.translation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.TextValue;

/** What distributions are made of. */
public final class Mixed {
  private Mixed() {}

  /** A distribution, and all that it is a mixture of. */
  public static Set<DistributionDeclaration> parts(DistributionDeclaration distribution) {
    Set<DistributionDeclaration> found = new LinkedHashSet<>(List.of(distribution));
    Deque<DistributionDeclaration> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (DistributionDeclaration part : directParts(open.remove())) {
        if (found.add(part)) {
          open.add(part);
        }
      }
    }
    return found;
  }

  /** What a distribution is directly a mixture of. */
  static List<DistributionDeclaration> directParts(DistributionDeclaration distribution) {
    return distribution.getComponents().stream()
        .flatMap(component -> Variables.resolved(component.getDistribution()).stream())
        .toList();
  }

  /** The names of the files that its own lines take numbers from. */
  public static List<String> files(DistributionDeclaration distribution) {
    List<String> names = new ArrayList<>();
    EcoreUtil2.getAllContentsOfType(distribution, TextValue.class)
        .forEach(text -> names.add(text.getText()));
    distribution.getAssignments().stream().map(Assignment::getFile).forEach(names::add);
    return names.stream().filter(Objects::nonNull).distinct().toList();
  }
}
