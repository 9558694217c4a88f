package surety.language.quickfix;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.Call;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.translation.Family;
import surety.language.translation.OtherFamilies;
import surety.language.translation.OtherFunctions;

/** Writes the name that was probably meant: the nearest one, or the only one there is. */
final class NearestNameFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<QuickFix> rewritten =
        place.code().equals(IssueCodes.UNKNOWN_FUNCTION)
            ? place.part(Call.class).flatMap(NearestNameFixer::rewritten)
            : Optional.empty();
    if (rewritten.isPresent()) {
      return List.of(rewritten.get());
    }
    String name = place.marked();
    Optional<String> meant =
        switch (place.code()) {
          case IssueCodes.UNKNOWN_NETWORK ->
              nearestOrOnly(
                  name,
                  place.all(NetworkDeclaration.class).stream()
                      .map(NetworkDeclaration::getName)
                      .toList());
          case IssueCodes.UNKNOWN_DISTRIBUTION ->
              nearestOrOnly(
                  name,
                  place.all(DistributionDeclaration.class).stream()
                      .map(DistributionDeclaration::getName)
                      .toList());
          case IssueCodes.UNKNOWN_FAMILY -> OtherFamilies.meant(name).map(Family::word);
          case IssueCodes.UNKNOWN_FUNCTION -> OtherFunctions.meant(name);
          default ->
              place.part(NamedReference.class).flatMap(reference -> variable(reference, name));
        };
    return meant
        .map(other -> List.of(new QuickFix("Write '" + other + "'", place.replaceMarked(other))))
        .orElse(List.of());
  }

  private static Optional<QuickFix> rewritten(Call call) {
    return OtherFunctions.rewritten(call).map(text -> Place.written(call, text));
  }

  private static Optional<String> nearestOrOnly(String name, List<String> names) {
    List<String> known = names.stream().filter(Objects::nonNull).distinct().toList();
    return known.size() == 1 ? Optional.of(known.get(0)) : Names.nearest(name, known);
  }

  /** In a distribution, an input that has no line yet; in an event, an output. */
  private static Optional<String> variable(NamedReference reference, String name) {
    Optional<NetworkDeclaration> network = Variables.networkAround(reference);
    if (network.isEmpty()) {
      return Optional.empty();
    }
    if (reference.eContainer() instanceof Assignment assignment) {
      Set<Variable> given = given((DistributionDeclaration) assignment.eContainer());
      List<Variable> open =
          Variables.inputs(network.get()).stream().filter(v -> !given.contains(v)).toList();
      return nearestOrOnly(name, Variables.names(open));
    }
    return Names.nearest(name, Variables.names(Variables.outputs(network.get())));
  }

  private static Set<Variable> given(DistributionDeclaration distribution) {
    return distribution.getAssignments().stream()
        .flatMap(assignment -> assignment.getVariables().stream())
        .filter(NamedReference.class::isInstance)
        .flatMap(r -> Variables.resolved(((NamedReference) r).getVariable()).stream())
        .filter(Variable.class::isInstance)
        .map(Variable.class::cast)
        .collect(Collectors.toSet());
  }
}
