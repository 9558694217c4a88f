package surety.language.ide.outline;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import surety.language.sure.SurePackage;

/** The nearest that the protocol has. */
public final class SymbolKinds extends DocumentSymbolKindProvider {
  @Override
  protected SymbolKind getSymbolKind(EClass kind) {
    if (kind == SurePackage.Literals.NETWORK_DECLARATION) {
      return SymbolKind.Module;
    }
    if (kind == SurePackage.Literals.DISTRIBUTION_DECLARATION) {
      return SymbolKind.Struct;
    }
    if (kind == SurePackage.Literals.QUERY) {
      return SymbolKind.Function;
    }
    return kind == SurePackage.Literals.VARIABLE ? SymbolKind.Variable : SymbolKind.Property;
  }
}
