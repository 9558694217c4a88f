package surety.language.template;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.language.NameRules;
import surety.language.display.Decimals;
import surety.language.storage.FileReasons;
import surety.language.storage.NetworkSuffixes;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkRefusedException;

/**
 * What a specification of a network may begin with.
 *
 * @param name for the network
 * @param inputs for its inputs, in their order: names, or {@code x[0]} where there are too many
 * @param distributions for each input one to begin with, such as {@code Uniform(0, 1)}: over the
 *     range that the network states, if it does
 * @param outputs for its outputs, likewise names
 * @param inputNodes what the file calls the inputs, if it has several vectors; else none
 * @param outputNodes likewise
 * @param description what the file holds, as Markdown
 */
public record NetworkProposal(
    String name,
    List<String> inputs,
    List<String> distributions,
    List<String> outputs,
    List<String> inputNodes,
    List<String> outputNodes,
    String description) {
  /** Nobody reads a longer list of names; without them the language counts. */
  private static final int MOST_NAMES = 300;

  /** Each input has a line, and a specification has a largest size. */
  private static final int MOST_INPUTS = 10_000;

  /** Takes copies of the lists. */
  public NetworkProposal {
    inputs = List.copyOf(inputs);
    distributions = List.copyOf(distributions);
    outputs = List.copyOf(outputs);
    inputNodes = List.copyOf(inputNodes);
    outputNodes = List.copyOf(outputNodes);
  }

  /**
   * Reads a network file.
   *
   * @throws IOException with a message for people, that says what is wrong with the file
   */
  public static NetworkProposal read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name the .onnx file itself");
    }
    try {
      return of(NetworkFile.read(file));
    } catch (NetworkRefusedException e) {
      throw new IOException(file + " is refused: " + e.getMessage(), e);
    } catch (Refused e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + FileReasons.of(e), e);
    }
  }

  /** A network that can be read, but not be described in a specification of its own. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private static NetworkProposal of(NetworkFile network) throws Refused {
    if (network.inputs() > MOST_INPUTS) {
      throw new Refused(
          network.file()
              + " has "
              + network.inputs()
              + " inputs, and each needs a line of its own; the most are "
              + MOST_INPUTS);
    }
    int outputs = Math.min(network.outputs(), MOST_INPUTS);
    List<String> inputNames = names(true, network.inputs(), network.inputNames());
    List<String> outputNames = names(false, outputs, network.outputNames());
    boolean areApart = inputNames.stream().noneMatch(Set.copyOf(outputNames)::contains);
    return new NetworkProposal(
        name(network.file().getFileName().toString()),
        areApart ? inputNames : numbered(true, network.inputs()),
        network.inputRanges().stream().map(NetworkProposal::distribution).toList(),
        areApart ? outputNames : numbered(false, outputs),
        network.inputNames(),
        network.outputNames(),
        network.description());
  }

  /** An input in its place, with its name and a distribution to begin with. */
  public List<Choice> choices() {
    return IntStream.range(0, inputs.size())
        .mapToObj(i -> new Choice(inputs.get(i), distributions.get(i)))
        .toList();
  }

  private static String distribution(Optional<Interval> range) {
    if (range.isEmpty()) {
      return "Uniform(0, 1)";
    }
    String least = number(range.get().lower());
    String greatest = number(range.get().upper());
    return least.equals(greatest) ? "= " + least : "Uniform(%s, %s)".formatted(least, greatest);
  }

  /** As files have it: the decimal of as few digits as its double needs. */
  private static String number(double end) {
    return Decimals.text(BigDecimal.valueOf(end));
  }

  /**
   * The words of a file's name, each with a capital: {@code iris-relu.onnx} is {@code IrisRelu}.
   */
  static String name(String file) {
    String stem = NetworkSuffixes.stem(file);
    StringBuilder name = new StringBuilder();
    String letters = Normalizer.normalize(stem, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    boolean begins = true;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      boolean fits = c < 128 && Character.isLetterOrDigit(c);
      if (fits) {
        name.append(begins ? Character.toUpperCase(c) : c);
      }
      begins = !fits;
    }
    boolean isName = new NameRules().problem(name.toString()).isEmpty();
    return isName ? name.toString() : "Net" + name;
  }

  /** What the file calls them, where those are names in a specification; else numbers. */
  private static List<String> names(boolean isInput, int count, List<String> called) {
    List<String> names = called.stream().map(NetworkProposal::word).toList();
    boolean fit =
        !names.isEmpty()
            && count == names.size()
            && count <= MOST_NAMES
            && Set.copyOf(names).size() == count
            && names.stream().allMatch(name -> new NameRules().problem(name).isEmpty());
    return fit ? names : numbered(isInput, count);
  }

  /** {@code image[3]} as one word. */
  private static String word(String element) {
    return element.replaceAll("\\]$", "").replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static List<String> numbered(boolean isInput, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                count > MOST_NAMES
                    ? new Coordinate(isInput, i).text()
                    : (isInput ? Coordinate.INPUTS : Coordinate.OUTPUTS) + i)
        .toList();
  }
}
