package surety.language.ide.outline;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import surety.language.DeclarationKind;
import surety.language.sure.SurePackage;

/** The nearest that the protocol has. */
public final class SymbolKinds extends DocumentSymbolKindProvider {
  @Override
  protected SymbolKind getSymbolKind(EClass kind) {
    if (kind == SurePackage.Literals.NETWORK_DECLARATION) {
      return of(DeclarationKind.NETWORK);
    }
    if (kind == SurePackage.Literals.DISTRIBUTION_DECLARATION) {
      return of(DeclarationKind.DISTRIBUTION);
    }
    if (kind == SurePackage.Literals.EVENT_DECLARATION) {
      return of(DeclarationKind.EVENT);
    }
    if (kind == SurePackage.Literals.QUERY) {
      return of(DeclarationKind.QUERY);
    }
    return kind == SurePackage.Literals.VARIABLE
        ? SymbolKind.Variable
        : of(DeclarationKind.PROPERTY);
  }

  static SymbolKind of(DeclarationKind kind) {
    return switch (kind) {
      case NETWORK -> SymbolKind.Module;
      case DISTRIBUTION -> SymbolKind.Struct;
      case EVENT -> SymbolKind.Event;
      case PROPERTY -> SymbolKind.Property;
      case QUERY -> SymbolKind.Function;
    };
  }
}
