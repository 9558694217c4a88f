package surety.language.ide.outline;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolDetailsProvider;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.translation.Text;

/** A few words beside the name of a symbol. */
public final class SymbolDetails extends DocumentSymbolDetailsProvider {
  @Override
  public String getDetails(EObject object) {
    if (object instanceof NetworkDeclaration network) {
      return orEmpty(network.getFile());
    }
    if (object instanceof DistributionDeclaration distribution) {
      List<String> networks =
          Variables.networks(distribution).stream().map(NetworkDeclaration::getName).toList();
      return networks.isEmpty() ? "" : "for " + String.join(", ", networks);
    }
    if (object instanceof EventDeclaration event) {
      return Text.of(event.getExpression());
    }
    if (object instanceof ClaimDeclaration claim) {
      return orEmpty(claim.getTitle());
    }
    if (object instanceof Variable variable) {
      return Variables.isInput(variable) ? "input" : "output";
    }
    return "";
  }

  private static String orEmpty(String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
