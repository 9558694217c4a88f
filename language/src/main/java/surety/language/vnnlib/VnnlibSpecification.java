package surety.language.vnnlib;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.language.Diagnostic;
import surety.language.NameRules;
import surety.language.Severity;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;
import surety.language.storage.WrittenPath;
import surety.language.template.Draft;
import surety.language.template.NetworkProposal;
import surety.language.vnnlib.VnnlibProperty.Box;

/**
 * A specification that begins where a VNN-LIB property ends: instead of whether something unsafe is
 * possible in a box, how probable it is there if the inputs are uniform.
 */
public final class VnnlibSpecification {
  /** Longer lists of names nobody reads; the language counts without them. */
  private static final int MOST_NAMES = 300;

  private final VnnlibProperty property;
  private final NetworkProposal network;
  private final List<String> inputs;
  private final List<String> outputs;

  private VnnlibSpecification(VnnlibProperty property, NetworkProposal network) {
    this.property = property;
    this.network = network;
    boolean fit = areNames(property);
    inputs = fit ? property.inputs() : network.inputs();
    outputs = fit ? property.outputs() : network.outputs();
  }

  private static boolean areNames(VnnlibProperty property) {
    NameRules rules = new NameRules();
    List<String> all =
        Stream.concat(property.inputs().stream(), property.outputs().stream()).toList();
    return Math.max(property.inputs().size(), property.outputs().size()) <= MOST_NAMES
        && new HashSet<>(all).size() == all.size()
        && all.stream().allMatch(name -> rules.problem(name).isEmpty());
  }

  /**
   * The specification, and what is wrong with it.
   *
   * @param file where it will be
   * @param source the name of the property's file
   */
  public static Draft of(
      VnnlibProperty property,
      Path file,
      Path networkFile,
      NetworkProposal network,
      String source) {
    List<String> problems = new ArrayList<>();
    count(problems, source, property.inputs().size(), network.inputs().size(), "inputs");
    count(problems, source, property.outputs().size(), network.outputs().size(), "outputs");
    order(problems, source, property.inputNodes(), network.inputNodes(), "inputs");
    order(problems, source, property.outputNodes(), network.outputNodes(), "outputs");
    String path = WrittenPath.of(file, networkFile);
    if (!WrittenPath.isQuotable(path) || !WrittenPath.isQuotable(source)) {
      problems.add("a name of a file has quotation marks or line breaks; rename the file");
    }
    if (!problems.isEmpty()) {
      return new Draft("", problems);
    }
    String text = new VnnlibSpecification(property, network).text(path, source);
    List<String> found =
        new SpecificationReader()
            .read(file, text).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(Diagnostic::message)
                .toList();
    return new Draft(new SpecificationFormatter().format(text), found);
  }

  private static void count(
      List<String> problems, String source, int declared, int there, String what) {
    if (declared != there) {
      problems.add(
          "%s declares %d %s, but the network has %d; it is a property of another network"
              .formatted(source, declared, what, there));
    }
  }

  /** Tensors are those of the network in its order, whatever the property calls them. */
  private static void order(
      List<String> problems,
      String source,
      List<String> declared,
      List<String> there,
      String what) {
    if (!declared.isEmpty() && !there.isEmpty() && !declared.equals(there)) {
      problems.add(
          "%s declares its %s in another order than the network, or under other names; the network"
                  .formatted(source, what)
              + " has "
              + String.join(", ", there.subList(0, Math.min(there.size(), 10))));
    }
  }

  private String text(String path, String source) {
    List<Box> boxes = property.boxes();
    List<String> events = boxes.stream().map(box -> event(box.event(), false)).distinct().toList();
    StringBuilder text = new StringBuilder("semantics real;\n\n");
    text.append("// From ").append(source).append(".\n");
    text.append("network ").append(network.name()).append(" = \"").append(path).append('"');
    text.append(block(inputs, outputs)).append("\n\n");
    text.append("// The file says in which ");
    text.append(boxes.size() > 1 ? boxes.size() + " boxes" : "box");
    text.append(" the inputs lie, not how they are distributed: here they are\n");
    text.append("// uniform. Write what is known of them.\n");
    for (int i = 0; i < boxes.size(); i++) {
      text.append(distribution(boxes.get(i), "Box" + number(i, boxes.size()))).append("\n\n");
    }
    text.append("// What must not happen; the file asks whether any input makes it happen.\n");
    for (int i = 0; i < events.size(); i++) {
      text.append("event unsafe").append(number(i, events.size()));
      text.append(" = ").append(events.get(i)).append(";\n");
    }
    text.append(
        "\n// The limit is a first guess: write the probability that is accepted. 0 claims\n");
    text.append("// that the inputs for which it happens have no probability.\n");
    for (int i = 0; i < boxes.size(); i++) {
      String number = number(i, boxes.size());
      int event = events.indexOf(event(boxes.get(i).event(), false));
      text.append("property safe").append(number);
      text.append(" \"").append(source).append(number.isEmpty() ? "" : ", box " + number);
      text.append("\": P(unsafe").append(number(event, events.size()));
      text.append(") <= 0.01 under Box").append(number).append(";\n");
    }
    return text.toString();
  }

  private static String number(int index, int count) {
    return count > 1 ? Integer.toString(index + 1) : "";
  }

  private static String block(List<String> inputs, List<String> outputs) {
    String lines = names("input", inputs) + names("output", outputs);
    return lines.isEmpty() ? ";" : " {\n" + lines + "}";
  }

  private static String names(String word, List<String> names) {
    return names.get(0).endsWith("]") ? "" : "  " + word + " " + String.join(", ", names) + ";\n";
  }

  private String distribution(Box box, String name) {
    StringBuilder text = new StringBuilder("distribution ");
    text.append(name).append(" for ").append(network.name()).append(" {\n");
    for (int i = 0; i < inputs.size(); i++) {
      String least = Decimals.text(box.least().get(i));
      String greatest = Decimals.text(box.greatest().get(i));
      text.append("  ").append(inputs.get(i));
      text.append(
          least.equals(greatest) ? " = " + least : " ~ Uniform(" + least + ", " + greatest + ")");
      text.append(";\n");
    }
    return text.append("}").toString();
  }

  private String event(Formula formula, boolean isInside) {
    if (formula instanceof Formula.Below below) {
      return comparison(below);
    }
    boolean isAll = formula instanceof Formula.All;
    List<Formula> parts =
        formula instanceof Formula.All all ? all.parts() : ((Formula.Any) formula).parts();
    Set<String> texts = new LinkedHashSet<>();
    parts.forEach(part -> texts.add(event(part, parts.size() > 1)));
    String joined = String.join(isAll ? " and " : " or ", texts);
    return isInside && texts.size() > 1 ? "(" + joined + ")" : joined;
  }

  /** What has a positive factor on the left, and the others on the right. */
  private String comparison(Formula.Below below) {
    Sum sum = below.sum();
    String left = terms(sum, 1);
    String right = terms(sum, -1);
    String sign = below.isStrict() ? "<" : "<=";
    if (left.isEmpty()) {
      return right + " " + sign.replace('<', '>') + " " + Decimals.text(sum.constant());
    }
    Rational constant = sum.constant().negate();
    if (right.isEmpty()) {
      return left + " " + sign + " " + Decimals.text(constant);
    }
    String shift =
        constant.isZero()
            ? ""
            : (constant.signum() > 0 ? " + " : " - ") + Decimals.text(constant.abs());
    return left + " " + sign + " " + right + shift;
  }

  /** The terms whose factors have a sign, times that sign. */
  private String terms(Sum sum, int sign) {
    return sum.factors().entrySet().stream()
        .filter(term -> term.getValue().signum() == sign)
        .map(term -> term(term, sign))
        .collect(Collectors.joining(" + "));
  }

  private String term(Map.Entry<Variable, Rational> term, int sign) {
    Variable variable = term.getKey();
    String name = (variable.isInput() ? inputs : outputs).get(variable.number());
    Rational factor = sign > 0 ? term.getValue() : term.getValue().negate();
    return factor.equals(Rational.ONE) ? name : Decimals.text(factor) + " * " + name;
  }
}
