package surety.eclipse.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.eclipse.states.Received;
import surety.language.ide.protocol.PropertyStatus;

class SymbolIconsTest {
  private static final Range RANGE = new Range(new Position(0, 0), new Position(0, 1));

  private static DocumentSymbol symbol(SymbolKind kind, String detail) {
    return new DocumentSymbol("it", kind, RANGE, RANGE, detail);
  }

  private static Optional<PropertyStatus> status(String state) {
    return Optional.of(
        new Received("it")
            .with("state", state)
            .with("label", state)
            .with("range", RANGE)
            .with("actions", List.of())
            .status());
  }

  @ParameterizedTest
  @CsvSource({
    "Module, net.onnx, network",
    "Struct, for N, distribution",
    "Variable, input, input",
    "Variable, output, output",
    "Variable, , input"
  })
  void whatIsDeclaredHasItsPicture(SymbolKind kind, String detail, String icon) {
    assertEquals(
        Optional.of("icons/" + icon + ".svg"),
        SymbolIcons.of(symbol(kind, detail), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Property, proved, proved",
    "Property, violated, violated",
    "Function, answered, answered",
    "Function, running, running",
    "Property, unheard-of, stale"
  })
  void whatCanBeVerifiedShowsItsState(SymbolKind kind, String state, String icon) {
    assertEquals(
        Optional.of("icons/" + icon + ".svg"),
        SymbolIcons.of(symbol(kind, "output"), status(state)));
  }

  @Test
  void whatIsNotKnownIsNotProved() {
    assertEquals(
        Optional.of("icons/unverified.svg"),
        SymbolIcons.of(symbol(SymbolKind.Property, ""), Optional.empty()));
  }

  @Test
  void whatTheServerHasNoWordForHasNoPicture() {
    assertEquals(Optional.empty(), SymbolIcons.of(symbol(SymbolKind.Class, "x"), status("proved")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "distribution", "input", "output"})
  void thePicturesAreThere(String name) {
    assertNotNull(SymbolIcons.class.getResource("/icons/" + name + ".svg"));
  }
}
