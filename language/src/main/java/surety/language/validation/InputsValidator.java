package surety.language.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.RangeReference;
import surety.language.sure.SurePackage;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFiles;
import surety.language.translation.Targets;

/** In a distribution, each input of the network has one distribution or one value. */
public class InputsValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** Checks one distribution. */
  @Check
  public void areAllGivenOnce(DistributionDeclaration distribution) {
    Variables.resolved(distribution.getNetwork())
        .ifPresent(network -> areAllGivenOnce(distribution, network));
  }

  private void areAllGivenOnce(DistributionDeclaration distribution, NetworkDeclaration network) {
    if (distribution.isMixture()) {
      return;
    }
    List<NetworkDeclaration> networks = List.of(network);
    Map<Integer, Assignment> given = new HashMap<>();
    boolean complete = true;
    for (Assignment assignment : distribution.getAssignments()) {
      List<Integer> targets =
          assignment.getWhole() == null
              ? Targets.of(assignment, networks)
              : IntStream.range(0, inputs(network).size()).boxed().toList();
      complete &=
          assignment.getVariables().stream()
              .allMatch(
                  reference ->
                      reference instanceof RangeReference range
                          ? !Targets.of(range).isEmpty()
                          : Coordinate.of(reference, networks).isPresent());
      areGivenOnce(assignment, targets, given, distribution);
    }
    // A misspelt input has its own message; that the right one is missing then is no news.
    if (complete) {
      reportMissing(distribution, network, given.keySet());
    }
  }

  private void areGivenOnce(
      Assignment assignment,
      List<Integer> targets,
      Map<Integer, Assignment> given,
      DistributionDeclaration distribution) {
    boolean isReported = false;
    for (int target : targets) {
      Assignment earlier = given.put(target, assignment);
      if (earlier != null && !mayBeAgain(earlier, assignment) && !isReported) {
        isReported = true;
        error(
            "input "
                + (targets.size() == 1
                    ? "'" + Targets.name(assignment) + "'"
                    : "'" + name(distribution, target) + "'")
                + " is given twice in distribution "
                + distribution.getName()
                + (assignment.getCondition() == null && earlier.getCondition() == null
                    ? "; keep one of the lines"
                    : "; with 'given', each of its lines is for the same inputs and has a"
                        + " condition"),
            assignment,
            assignment.getWhole() == null
                ? SurePackage.Literals.ASSIGNMENT__VARIABLES
                : SurePackage.Literals.ASSIGNMENT__WHOLE,
            IssueCodes.INPUT_REPEATED);
      }
    }
  }

  /** After a line for many inputs one for fewer, and cases with their conditions. */
  private static boolean mayBeAgain(Assignment earlier, Assignment later) {
    if (earlier.getCondition() != null && later.getCondition() != null) {
      return true;
    }
    return Targets.areMany(earlier)
        && earlier.getCondition() == null
        && later.getCondition() == null
        && later.getWhole() == null;
  }

  private String name(DistributionDeclaration distribution, int input) {
    List<String> names =
        Variables.resolved(distribution.getNetwork()).map(this::inputs).orElse(List.of());
    return input < names.size() ? names.get(input) : new Coordinate(true, input).text();
  }

  private void reportMissing(
      DistributionDeclaration distribution, NetworkDeclaration network, Set<Integer> given) {
    List<String> missing = new ArrayList<>(inputs(network));
    for (int i = missing.size() - 1; i >= 0; i--) {
      if (given.contains(i)) {
        missing.remove(i);
      }
    }
    if (!missing.isEmpty()) {
      boolean one = missing.size() == 1;
      String first = missing.get(0);
      error(
          (one ? "input " : "inputs ")
              + Names.list(missing)
              + " of network "
              + network.getName()
              + (one ? " has" : " have")
              + " neither a distribution nor a value in distribution "
              + distribution.getName()
              + "; add '"
              + first
              + " ~ DISTRIBUTION;' or '"
              + first
              + " = NUMBER;'",
          distribution,
          SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME,
          IssueCodes.INPUT_MISSING);
    }
  }

  /** How the inputs are written; none, if neither names nor file tell how many there are. */
  private List<String> inputs(NetworkDeclaration network) {
    if (!Variables.inputs(network).isEmpty()) {
      return Variables.inputs(network).stream().map(v -> String.valueOf(v.getName())).toList();
    }
    int count = files.file(network).map(file -> file.inputs()).orElse(0);
    return IntStream.range(0, count).mapToObj(i -> new Coordinate(true, i).text()).toList();
  }
}
