package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.sure.Variable;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;

/** The network file can be read, and has as many inputs and outputs as it is given names for. */
public class NetworkValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** The file is there and is a network of the supported kind. */
  @Check
  public void isReadable(NetworkDeclaration network) {
    files.problem(network).ifPresent(this::report);
  }

  /** The names fit. */
  @Check
  public void fits(NetworkDeclaration network) {
    files.file(network).ifPresent(file -> fits(network, file));
  }

  private void fits(NetworkDeclaration network, NetworkFile file) {
    fits(network, "input", Variables.inputs(network), file.inputs(), IssueCodes.NETWORK_INPUTS);
    fits(network, "output", Variables.outputs(network), file.outputs(), IssueCodes.NETWORK_OUTPUTS);
  }

  private void fits(
      NetworkDeclaration network, String word, List<Variable> named, int actual, String code) {
    if (!named.isEmpty() && named.size() != actual) {
      error(
          "network "
              + network.getName()
              + " names "
              + Names.count(named.size(), word)
              + ", but '"
              + network.getFile()
              + "' has "
              + actual
              + "; name all of them, or none",
          network,
          SurePackage.Literals.REFERABLE__NAME,
          code);
    }
  }
}
