package surety.language.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFiles;
import surety.language.translation.Text;

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
    Set<Integer> given = new HashSet<>();
    boolean complete = true;
    for (Assignment assignment : distribution.getAssignments()) {
      Optional<Coordinate> coordinate = Coordinate.of(assignment.getVariable(), network);
      complete &= coordinate.isPresent();
      if (coordinate.filter(Coordinate::isInput).isPresent()
          && !given.add(coordinate.get().index())) {
        error(
            "input "
                + Text.quoted(assignment.getVariable())
                + " is given twice in distribution "
                + distribution.getName()
                + "; keep one of the lines",
            assignment,
            SurePackage.Literals.ASSIGNMENT__VARIABLE,
            IssueCodes.INPUT_REPEATED);
      }
    }
    // A misspelt input has its own message; that the right one is missing then is no news.
    if (complete) {
      reportMissing(distribution, network, given);
    }
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
