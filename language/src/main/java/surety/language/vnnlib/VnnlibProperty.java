package surety.language.vnnlib;

import static surety.language.vnnlib.VnnlibException.quote;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.language.vnnlib.Cases.Case;
import surety.language.vnnlib.Cases.End;
import surety.language.vnnlib.Term.Atom;
import surety.language.vnnlib.Term.Group;

/**
 * What a VNN-LIB file asks: whether an input of some boxes exists for which something happens that
 * its author calls unsafe.
 *
 * @param inputs what the file calls the inputs, as words
 * @param outputs likewise
 * @param inputNodes the elements as the network's file calls them, if the property says so
 * @param outputNodes likewise
 * @param boxes at least one
 */
public record VnnlibProperty(
    List<String> inputs,
    List<String> outputs,
    List<String> inputNodes,
    List<String> outputNodes,
    List<Box> boxes) {
  private static final int LARGEST = 1 << 24;

  /**
   * A box of inputs, and what happens in it.
   *
   * @param least of each input
   * @param greatest of each input
   */
  record Box(List<Rational> least, List<Rational> greatest, Formula event) {}

  /** Takes copies of the lists. */
  public VnnlibProperty {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    inputNodes = List.copyOf(inputNodes);
    outputNodes = List.copyOf(outputNodes);
    boxes = List.copyOf(boxes);
  }

  /**
   * Reads the text of a file.
   *
   * @throws VnnlibException with the place of what is wrong
   */
  public static VnnlibProperty read(String text) throws VnnlibException {
    if (text.length() > LARGEST) {
      throw new VnnlibException(1, 1, "the file has more than 16 MB; split the property");
    }
    if (text.startsWith("\u001f")) {
      throw new VnnlibException(1, 1, "this is a compressed file; unpack it with gzip -d");
    }
    Declarations declared = new Declarations();
    List<Formula> asserted = new ArrayList<>();
    Group last = null;
    for (Group group : TermReader.read(text)) {
      switch (group.head()) {
        case "vnnlib-version" -> requireVersion(group, last == null);
        case "declare-const", "declare-fun" -> {
          requireBefore(asserted, group);
          declared.constant(group);
        }
        case "declare-network" -> {
          requireBefore(asserted, group);
          declared.network(group);
        }
        case "assert" -> {
          if (asserted.isEmpty()) {
            declared.finish(group);
          }
          asserted.add(new AssertionReader(declared).assertion(group));
        }
        case "set-logic", "set-info", "set-option", "check-sat", "exit", "get-model" -> {
          // says nothing of the network
        }
        default ->
            throw new VnnlibException(
                group,
                "here stands a declaration or assert, not "
                    + quote(group.parts().isEmpty() ? "()" : group.parts().get(0).toString()));
      }
      last = group;
    }
    if (asserted.isEmpty()) {
      throw new VnnlibException(
          last == null ? new Atom("", 1, 1) : last,
          "nothing is asserted; a property has (assert ...) of inputs and outputs");
    }
    return new VnnlibProperty(
        declared.inputs(),
        declared.outputs(),
        declared.inputNodes(),
        declared.outputNodes(),
        boxes(declared, asserted, last));
  }

  private static void requireVersion(Group group, boolean isFirst) throws VnnlibException {
    String version =
        group.rest().size() == 1 && group.rest().get(0) instanceof Atom atom ? atom.text() : "";
    if (!isFirst || !version.matches("<?[12]\\.[0-9]+>?")) {
      throw new VnnlibException(
          group, "versions 1 and 2 can be read, and the version stands first: <2.0>");
    }
  }

  private static void requireBefore(List<Formula> asserted, Group group) throws VnnlibException {
    if (!asserted.isEmpty()) {
      throw new VnnlibException(group, "a declaration stands before all of assert");
    }
  }

  private static List<Box> boxes(Declarations declared, List<Formula> asserted, Term end)
      throws VnnlibException {
    List<Box> boxes = new ArrayList<>();
    VnnlibException empty = null;
    for (Case each : Cases.of(new Formula.All(asserted), end)) {
      List<Rational> least = new ArrayList<>();
      List<Rational> greatest = new ArrayList<>();
      VnnlibException wrong = null;
      for (int i = 0; i < declared.inputs().size(); i++) {
        End from = end(each.least().get(i), declared.inputs().get(i), "least", ">=", end);
        End to = end(each.greatest().get(i), declared.inputs().get(i), "greatest", "<=", end);
        least.add(from.value());
        greatest.add(to.value());
        if (from.value().compareTo(to.value()) > 0 && wrong == null) {
          wrong =
              new VnnlibException(
                  to.place(),
                  "%s is at most %s here, but at least %s in line %d: there is no such input"
                      .formatted(
                          declared.inputs().get(i),
                          Decimals.text(to.value()),
                          Decimals.text(from.value()),
                          from.place().line()));
        }
      }
      if (wrong != null) {
        empty = wrong;
      } else if (each.events().isEmpty()) {
        throw new VnnlibException(
            end, "nothing is asserted of an output, so that there is nothing to verify");
      } else {
        boxes.add(new Box(least, greatest, each.event()));
      }
    }
    if (boxes.isEmpty() && empty != null) {
      throw empty;
    }
    return boxes;
  }

  private static End end(End found, String input, String which, String sign, Term place)
      throws VnnlibException {
    if (found == null) {
      throw new VnnlibException(
          place,
          "input %s has no %s value in all cases up to here; assert one, as in (%s %s 0)"
              .formatted(input, which, sign, input));
    }
    return found;
  }
}
