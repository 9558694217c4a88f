package surety.language.translation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way to write a distribution of a family.
 *
 * @param word of the family
 * @param parameters in their order
 */
public record Form(String word, List<Parameter> parameters) {
  /** Takes a copy of the parameters. */
  public Form {
    parameters = List.copyOf(parameters);
  }

  /** With the names of the parameters for their values: {@code Beta(alpha, beta)}. */
  public String usage() {
    return with(Parameter::written);
  }

  /** With something else for each parameter. */
  public String with(Function<Parameter, String> value) {
    return parameters.stream().map(value).collect(Collectors.joining(", ", word + "(", ")"));
  }
}
