package surety.language.quickfix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.language.model.Variables;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.translation.Coordinate;
import surety.language.translation.Targets;

/** Adds the lines of inputs that have neither a distribution nor a value. */
final class MissingInputFixer implements Fixer {
  static final String RANDOM = " ~ Uniform(0, 1);";
  static final String FIXED = " = 0;";

  /** Each line has up to 13 words, and a text of more than 250000 is not read. */
  static final int MOST = 10_000;

  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<DistributionDeclaration> distribution = place.part(DistributionDeclaration.class);
    List<String> missing = distribution.map(d -> missing(place, d)).orElse(List.of());
    if (missing.isEmpty() || missing.size() > MOST) {
      return List.of();
    }
    return List.of(
        new QuickFix(
            "Add '" + Names.list(missing) + RANDOM + "'",
            insertion(place, distribution.get(), missing, RANDOM)),
        new QuickFix(
            "Add '" + Names.list(missing) + FIXED + "'",
            insertion(place, distribution.get(), missing, FIXED)));
  }

  private static List<String> missing(Place place, DistributionDeclaration distribution) {
    Optional<NetworkDeclaration> network = Variables.networkAround(distribution);
    if (network.isEmpty()) {
      return List.of();
    }
    List<String> inputs = new ArrayList<>(inputs(place, network.get()));
    for (Assignment assignment : distribution.getAssignments()) {
      Targets.of(assignment, List.of(network.get())).stream()
          .filter(index -> index < inputs.size())
          .forEach(index -> inputs.set(index, ""));
    }
    inputs.removeIf(String::isEmpty);
    // With a name that two inputs have, only the first of them can be meant.
    return Collections.disjoint(inputs, repeated(network.get())) ? List.copyOf(inputs) : List.of();
  }

  private static Set<String> repeated(NetworkDeclaration network) {
    Set<String> names = new HashSet<>();
    return Variables.names(Variables.inputs(network)).stream()
        .filter(name -> !names.add(name))
        .collect(Collectors.toSet());
  }

  private static List<String> inputs(Place place, NetworkDeclaration network) {
    List<String> named = Variables.names(Variables.inputs(network));
    if (!named.isEmpty()) {
      return named;
    }
    int count = place.networkFile(network).map(file -> file.inputs()).orElse(0);
    return IntStream.range(0, count).mapToObj(i -> new Coordinate(true, i).text()).toList();
  }

  /**
   * Adds lines at the end of a distribution.
   *
   * @param tail what stands behind each name
   */
  static Edit insertion(
      Place place, DistributionDeclaration distribution, List<String> names, String tail) {
    return new Block(distribution, distribution.getAssignments())
        .addition(place.lines(), names.stream().map(name -> name + tail).toList());
  }
}
