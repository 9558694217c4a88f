package surety.language.ide.outline;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolDetailsProvider;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;

/** A few words beside the name of a symbol. */
public final class SymbolDetails extends DocumentSymbolDetailsProvider {
  @Override
  public String getDetails(EObject object) {
    if (object instanceof NetworkDeclaration network) {
      return orEmpty(network.getFile());
    }
    if (object instanceof DistributionDeclaration distribution) {
      return Variables.resolved(distribution.getNetwork())
          .map(network -> "for " + network.getName())
          .orElse("");
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
