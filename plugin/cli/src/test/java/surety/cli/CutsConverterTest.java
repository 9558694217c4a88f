package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class CutsConverterTest {
  private final CutsConverter converter = new CutsConverter();

  @ParameterizedTest
  @EnumSource(SearchSettings.Cuts.class)
  void understandsWhatItPrints(SearchSettings.Cuts cuts) {
    assertEquals(cuts, converter.convert(cuts.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Adaptive", "RELU_NETWORKS", "relu networks", "none", "adaptive "})
  void refuses(String text) {
    TypeConversionException e =
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    assertEquals(
        "'" + text + "' is not a way to cut; write adaptive or relu-networks", e.getMessage());
  }
}
