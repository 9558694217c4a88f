package surety.language.quickfix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.IndexedReference;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFile;

/**
 * For a name where the network gives none: writes {@code y[1]} for {@code y1}, or declares names
 * for all that the network file has, and uses them everywhere. Which one is meant must be plain:
 * either there is only one, or the name tells its index. A wrong guess would prove something else.
 */
final class UnnamedNetworkFixer implements Fixer {
  private static final Pattern INDEXED = Pattern.compile("([xy]_?)(0|[1-9][0-9]{0,5})");

  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<NamedReference> reference = place.part(NamedReference.class);
    Optional<NetworkDeclaration> network = reference.flatMap(Variables::networkAround);
    Optional<NetworkFile> file = network.flatMap(place::networkFile);
    if (file.isEmpty()
        || Math.max(file.get().inputs(), file.get().outputs()) > MissingInputFixer.MOST) {
      return List.of();
    }
    boolean input = reference.get().eContainer() instanceof Assignment;
    List<String> names = names(place.marked(), input, size(file.get(), input));
    int index = names.indexOf(place.marked());
    if (index < 0 || isNamed(network.get(), input)) {
      return List.of();
    }
    String indexed = new Coordinate(input, index).text();
    List<QuickFix> fixes = new ArrayList<>();
    fixes.add(new QuickFix("Write '" + indexed + "'", place.replaceMarked(indexed)));
    declared(place, network.get(), file.get(), input, names).ifPresent(fixes::add);
    return List.copyOf(fixes);
  }

  private static int size(NetworkFile file, boolean input) {
    return input ? file.inputs() : file.outputs();
  }

  private static boolean isNamed(NetworkDeclaration network, boolean input) {
    return !(input ? Variables.inputs(network) : Variables.outputs(network)).isEmpty();
  }

  /** Names of which the one that is written is one; none if its place is in doubt. */
  private static List<String> names(String written, boolean input, int size) {
    if (size == 1) {
      return List.of(written);
    }
    Matcher matcher = INDEXED.matcher(written);
    boolean plain =
        matcher.matches()
            && matcher.group(1).startsWith(input ? Coordinate.INPUTS : Coordinate.OUTPUTS);
    return plain ? numbered(matcher.group(1), size) : List.of();
  }

  private static List<String> numbered(String letter, int size) {
    return IntStream.range(0, size).mapToObj(i -> letter + i).toList();
  }

  /** Nothing if a name would stand for two things. */
  private static Optional<QuickFix> declared(
      Place place,
      NetworkDeclaration network,
      NetworkFile file,
      boolean input,
      List<String> names) {
    List<String> inputs = input ? names : names(network, true, file);
    List<String> outputs = input ? names(network, false, file) : names;
    if (!Collections.disjoint(inputs, outputs) || new HashSet<>(names).size() < names.size()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    if (!isNamed(network, true)) {
      lines.add("input  " + String.join(", ", inputs) + ";");
      edits.addAll(renamed(place, network, true, inputs));
    }
    if (!isNamed(network, false)) {
      lines.add("output " + String.join(", ", outputs) + ";");
      edits.addAll(renamed(place, network, false, outputs));
    }
    edits.add(declaration(place.lines(), network, lines));
    return Optional.of(
        new QuickFix("Name the inputs and outputs of network " + network.getName(), edits));
  }

  private static List<String> names(NetworkDeclaration network, boolean input, NetworkFile file) {
    return isNamed(network, input)
        ? Variables.names(input ? Variables.inputs(network) : Variables.outputs(network))
        : numbered(input ? Coordinate.INPUTS : Coordinate.OUTPUTS, size(file, input));
  }

  /** Elements of a vector whose parts have names must be called by these. */
  private static List<Edit> renamed(
      Place place, NetworkDeclaration network, boolean input, List<String> names) {
    List<Edit> edits = new ArrayList<>();
    for (IndexedReference reference : place.all(IndexedReference.class)) {
      Variables.networkAround(reference)
          .filter(network::equals)
          .flatMap(n -> Coordinate.of(reference, n))
          .filter(c -> c.isInput() == input && c.index() < names.size())
          .ifPresent(
              c ->
                  edits.add(
                      Place.replace(NodeModelUtils.getNode(reference), names.get(c.index()))));
    }
    return edits;
  }

  private static Edit declaration(Lines lines, NetworkDeclaration network, List<String> added) {
    INode node = NodeModelUtils.getNode(network);
    if (node.getText().endsWith("}")) {
      return new Block(network, network.getGroups()).addition(lines, added);
    }
    String end = lines.separator();
    String block = " {" + end + "  " + String.join(end + "  ", added) + end + "}";
    return new Edit(node.getEndOffset() - 1, 1, block);
  }
}
