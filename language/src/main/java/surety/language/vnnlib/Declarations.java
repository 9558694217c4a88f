package surety.language.vnnlib;

import static surety.language.vnnlib.VnnlibException.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.language.vnnlib.Term.Atom;
import surety.language.vnnlib.Term.Group;
import surety.language.vnnlib.Term.Index;
import surety.language.vnnlib.Term.Quoted;

/**
 * The variables of a file: {@code X_0}, {@code Y_0} and so on of version 1, elements of tensors of
 * version 2.
 */
final class Declarations {
  private static final Pattern FLAT = Pattern.compile("([XY])_(0|[1-9][0-9]{0,6})");
  private static final Set<String> TYPES =
      Set.of("real", "float16", "bfloat16", "float32", "float64", "float", "double");
  private static final int MOST_ELEMENTS = 1_000_000;

  /** A tensor and the number of its first element among all inputs, or outputs. */
  private record Tensor(boolean isInput, List<Integer> shape, int first, Optional<String> onnx) {
    int size() {
      return shape.stream().reduce(1, (a, b) -> a * b);
    }
  }

  private final Map<String, Term> flat = new HashMap<>();
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<String> inputNodes = new ArrayList<>();
  private final List<String> outputNodes = new ArrayList<>();
  private boolean hasNetwork;

  /** What the inputs are called in the file, as words. */
  List<String> inputs() {
    return inputs;
  }

  List<String> outputs() {
    return outputs;
  }

  /** The elements as the network's file calls them, if all of them have such names; else none. */
  List<String> inputNodes() {
    return inputNodes.size() == inputs.size() ? inputNodes : List.of();
  }

  List<String> outputNodes() {
    return outputNodes.size() == outputs.size() ? outputNodes : List.of();
  }

  /** {@code (declare-const X_0 Real)} or {@code (declare-fun X_0 () Real)}. */
  void constant(Group group) throws VnnlibException {
    boolean isFunction = group.head().equals("declare-fun");
    List<Term> rest = group.rest();
    boolean isWhole =
        rest.size() == (isFunction ? 3 : 2)
            && (!isFunction || (rest.get(1) instanceof Group none && none.parts().isEmpty()))
            && rest.get(0) instanceof Atom;
    if (!isWhole) {
      throw new VnnlibException(group, "write (declare-const X_0 Real)");
    }
    requireType(rest.get(rest.size() - 1));
    String name = ((Atom) rest.get(0)).text();
    if (!FLAT.matcher(name).matches()) {
      throw new VnnlibException(
          rest.get(0), quote(name) + " is no variable; inputs are X_0, X_1, ..., outputs Y_0, ...");
    }
    if (flat.put(name, rest.get(0)) != null) {
      throw new VnnlibException(rest.get(0), quote(name) + " is declared twice");
    }
  }

  /** {@code (declare-network f (declare-input X Real [5]) (declare-output Y Real [1]))}. */
  void network(Group group) throws VnnlibException {
    if (hasNetwork) {
      throw new VnnlibException(
          group, "this is a second network; properties of one network can be read");
    }
    hasNetwork = true;
    List<Term> rest = group.rest();
    if (rest.isEmpty() || !(rest.get(0) instanceof Atom)) {
      throw new VnnlibException(group, "behind declare-network stands the name of the network");
    }
    for (Term part : rest.subList(1, rest.size())) {
      String head = part instanceof Group inner ? inner.head() : "";
      switch (head) {
        case "declare-input" -> tensor((Group) part, true);
        case "declare-output" -> tensor((Group) part, false);
        case "declare-hidden" ->
            throw new VnnlibException(
                part, "values inside of the network cannot be read; state it of its outputs");
        case "equal-to", "isomorphic-to" ->
            throw new VnnlibException(part, "properties of one network can be read, not of two");
        default ->
            throw new VnnlibException(
                part, "here stands declare-input or declare-output, not " + quote(part.toString()));
      }
    }
  }

  private void tensor(Group group, boolean isInput) throws VnnlibException {
    List<Term> rest = group.rest();
    boolean isWhole =
        (rest.size() == 3 || (rest.size() == 4 && rest.get(3) instanceof Quoted))
            && rest.get(0) instanceof Atom
            && rest.get(2) instanceof Index;
    if (!isWhole) {
      throw new VnnlibException(group, "write (" + group.head() + " X Real [1, 5])");
    }
    requireType(rest.get(1));
    String name = ((Atom) rest.get(0)).text();
    if (tensors.containsKey(name)) {
      throw new VnnlibException(rest.get(0), quote(name) + " is declared twice");
    }
    List<Integer> shape = ((Index) rest.get(2)).numbers();
    List<String> names = isInput ? inputs : outputs;
    long size = names.size();
    long elements = 1;
    for (int dimension : shape) {
      elements = elements > MOST_ELEMENTS ? elements : elements * dimension;
    }
    if (elements == 0 || size + elements > MOST_ELEMENTS) {
      throw new VnnlibException(
          rest.get(2), "there are 1 to " + MOST_ELEMENTS + " elements of inputs, and of outputs");
    }
    Optional<String> onnx =
        rest.size() == 4 ? Optional.of(((Quoted) rest.get(3)).text()) : Optional.empty();
    Tensor tensor = new Tensor(isInput, shape, names.size(), onnx);
    tensors.put(name, tensor);
    for (int i = 0; i < elements; i++) {
      names.add(name + place(shape, i));
      if (onnx.isPresent()) {
        String node = onnx.get() + (tensor.size() == 1 ? "" : "[" + i + "]");
        (isInput ? inputNodes : outputNodes).add(node);
      }
    }
  }

  /** {@code _1_0} for the element [1, 0]. */
  private static String place(List<Integer> shape, int element) {
    StringBuilder text = new StringBuilder();
    int rest = element;
    for (int k = shape.size() - 1; k >= 0; k--) {
      text.insert(0, "_" + rest % shape.get(k));
      rest /= shape.get(k);
    }
    return text.toString();
  }

  private static void requireType(Term type) throws VnnlibException {
    String name = type instanceof Atom atom ? atom.text() : "";
    if (!TYPES.contains(name.toLowerCase(Locale.ROOT))) {
      throw new VnnlibException(
          type, "the type is Real or a float such as float32, not " + quote(type.toString()));
    }
  }

  /**
   * Nothing is declared any more.
   *
   * @param end where something that is missing is missing
   */
  void finish(Term end) throws VnnlibException {
    if (hasNetwork && !flat.isEmpty()) {
      throw new VnnlibException(
          flat.values().iterator().next(),
          "a constant beside a network; version 2 has only the elements of tensors");
    }
    number("X", inputs);
    number("Y", outputs);
    if (inputs.isEmpty() || outputs.isEmpty()) {
      throw new VnnlibException(
          end,
          "no "
              + (inputs.isEmpty() ? "input" : "output")
              + " is declared before this; write (declare-const "
              + (inputs.isEmpty() ? "X_0" : "Y_0")
              + " Real)");
    }
  }

  private void number(String letter, List<String> names) throws VnnlibException {
    int count = (int) flat.keySet().stream().filter(name -> name.startsWith(letter)).count();
    for (int i = 0; i < count; i++) {
      names.add(letter + "_" + i);
    }
    for (Map.Entry<String, Term> entry : flat.entrySet()) {
      Matcher matcher = FLAT.matcher(entry.getKey());
      if (matcher.matches()
          && matcher.group(1).equals(letter)
          && Integer.parseInt(matcher.group(2)) >= count) {
        throw new VnnlibException(
            entry.getValue(),
            "%s is declared, but there are only %d of them; numbers begin with 0 and leave none out"
                .formatted(quote(entry.getKey()), count));
      }
    }
  }

  /**
   * What a name stands for.
   *
   * @param index in brackets behind it, if there are any
   */
  Variable variable(Atom name, Optional<Index> index) throws VnnlibException {
    Matcher matcher = FLAT.matcher(name.text());
    if (flat.containsKey(name.text()) && matcher.matches() && index.isEmpty()) {
      return new Variable(matcher.group(1).equals("X"), Integer.parseInt(matcher.group(2)));
    }
    Tensor tensor = tensors.get(name.text());
    if (tensor == null) {
      throw new VnnlibException(name, quote(name.text()) + " is no declared variable");
    }
    List<Integer> at = index.map(Index::numbers).orElse(List.of());
    if (at.size() != tensor.shape().size()) {
      throw new VnnlibException(
          name,
          "%s has the shape %s, so that an element of it has %d numbers in brackets, not %d"
              .formatted(quote(name.text()), tensor.shape(), tensor.shape().size(), at.size()));
    }
    int element = 0;
    for (int k = 0; k < at.size(); k++) {
      if (at.get(k) >= tensor.shape().get(k)) {
        throw new VnnlibException(
            index.orElseThrow(),
            "%s has the shape %s, and no element %s; numbers begin with 0"
                .formatted(quote(name.text()), tensor.shape(), at));
      }
      element = element * tensor.shape().get(k) + at.get(k);
    }
    return new Variable(tensor.isInput(), tensor.first() + element);
  }
}
