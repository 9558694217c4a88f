package surety.eclipse.outline;

import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import surety.eclipse.states.Verdict;
import surety.language.ide.protocol.PropertyStatus;

/** Which picture a symbol has: what it is, or how it stands if it can be verified. */
final class SymbolIcons {
  private static final String OUTPUT = "output";

  private SymbolIcons() {}

  /**
   * The file of the picture; empty if there is none.
   *
   * @param status of the property or query of this name, if anything is known
   */
  static Optional<String> of(DocumentSymbol symbol, Optional<PropertyStatus> status) {
    SymbolKind kind = symbol.getKind();
    if (kind == SymbolKind.Property || kind == SymbolKind.Function) {
      return Optional.of(status.map(known -> Verdict.of(known.state())).orElse(Verdict.UNVERIFIED))
          .map(Verdict::icon);
    }
    if (kind == SymbolKind.Module) {
      return Optional.of("icons/network.svg");
    }
    if (kind == SymbolKind.Struct) {
      return Optional.of("icons/distribution.svg");
    }
    if (kind == SymbolKind.Variable) {
      return Optional.of(
          OUTPUT.equals(symbol.getDetail()) ? "icons/output.svg" : "icons/input.svg");
    }
    return Optional.empty();
  }
}
