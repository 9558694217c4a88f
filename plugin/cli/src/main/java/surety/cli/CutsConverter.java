package surety.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code adaptive} and {@code relu-networks}. */
final class CutsConverter implements ITypeConverter<SearchSettings.Cuts> {
  @Override
  public SearchSettings.Cuts convert(String text) {
    return Arrays.stream(SearchSettings.Cuts.values())
        .filter(cuts -> cuts.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a way to cut; write adaptive or relu-networks"));
  }
}
