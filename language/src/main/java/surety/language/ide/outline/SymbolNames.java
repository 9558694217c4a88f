package surety.language.ide.outline;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolNameProvider;
import org.eclipse.xtext.util.SimpleAttributeResolver;

/** Symbols have the names that stand in the text, without that of what they are part of. */
public final class SymbolNames extends DocumentSymbolNameProvider {
  @Override
  public String getName(EObject object) {
    return object == null ? null : SimpleAttributeResolver.NAME_RESOLVER.apply(object);
  }
}
