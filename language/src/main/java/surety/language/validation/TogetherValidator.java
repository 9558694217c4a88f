package surety.language.validation;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;

/** The networks of one distribution have the same inputs. */
public class TogetherValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** Checks one distribution. */
  @Check
  public void haveTheSameInputs(DistributionDeclaration distribution) {
    Optional<NetworkDeclaration> first = Variables.resolved(distribution.getNetwork());
    Set<NetworkDeclaration> seen = new HashSet<>();
    first.ifPresent(seen::add);
    List<NetworkDeclaration> others = distribution.getOthers();
    for (int i = 0; first.isPresent() && i < others.size(); i++) {
      NetworkDeclaration other = others.get(i);
      if (!other.eIsProxy()) {
        Optional<String> message =
            seen.add(other)
                ? difference(first.get(), other)
                : Optional.of("network " + other.getName() + " is given twice; name it once");
        int index = i;
        message.ifPresent(
            m ->
                error(
                    m,
                    distribution,
                    SurePackage.Literals.DISTRIBUTION_DECLARATION__OTHERS,
                    index,
                    IssueCodes.NETWORK_TOGETHER));
      }
    }
  }

  private Optional<String> difference(NetworkDeclaration first, NetworkDeclaration other) {
    Optional<Integer> one = inputs(first);
    Optional<Integer> two = inputs(other);
    if (one.isPresent() && two.isPresent() && !one.equals(two)) {
      return Optional.of(
          "network %s has %s, and network %s has %d; networks of one distribution have the same"
              .formatted(
                  first.getName(), Names.count(one.get(), "input"), other.getName(), two.get()));
    }
    List<String> names = Variables.names(Variables.inputs(first));
    List<String> others = Variables.names(Variables.inputs(other));
    return names.isEmpty() || others.isEmpty() || names.equals(others)
        ? Optional.empty()
        : Optional.of(
            ("the inputs of networks %s and %s have other names, or another order; networks of one"
                    + " distribution have the same")
                .formatted(first.getName(), other.getName()));
  }

  private Optional<Integer> inputs(NetworkDeclaration network) {
    int named = Variables.inputs(network).size();
    return named > 0 ? Optional.of(named) : files.file(network).map(NetworkFile::inputs);
  }
}
