package surety.language.quickfix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import surety.certificates.arithmetic.Rational;
import surety.language.translation.Numbers;

/** Numbers as they are written, and what happens to lists of them. */
final class Values {
  private Values() {}

  /** The text of a part without blanks and comments. */
  static String text(INode node) {
    return StreamSupport.stream(node.getLeafNodes().spliterator(), false)
        .filter(leaf -> !leaf.isHidden())
        .map(ILeafNode::getText)
        .collect(Collectors.joining());
  }

  /** Whether a part can be replaced as a whole without a loss. */
  static boolean hasNoComment(INode node) {
    return StreamSupport.stream(node.getLeafNodes().spliterator(), false)
        .noneMatch(
            leaf ->
                leaf.isHidden()
                    && leaf.getOffset() >= node.getOffset()
                    && !leaf.getText().isBlank());
  }

  /** A number with its text. */
  private record Value(String text, Rational number) {}

  /**
   * Sorts numbers, each keeping its text, and deletes those that come again. The signs between them
   * stay where they are, but for those before deleted numbers.
   *
   * @return no edits, if one is not a number, or none has to move
   */
  static List<Edit> sorted(List<INode> nodes, String text) {
    List<Value> values = new ArrayList<>();
    for (INode node : nodes) {
      Optional<Rational> number = Numbers.parse(text(node));
      if (number.isEmpty()) {
        return List.of();
      }
      values.add(new Value(text(node), number.get()));
    }
    List<Value> ascending = new ArrayList<>(values);
    ascending.sort(Comparator.comparing(Value::number));
    List<Value> kept = new ArrayList<>();
    for (Value value : ascending) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).number().equals(value.number())) {
        kept.add(value);
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i).equals(values.get(i))) {
        edits.add(Place.replace(nodes.get(i), kept.get(i).text()));
      }
    }
    for (int i = kept.size(); i < nodes.size(); i++) {
      edits.addAll(withoutElement(nodes.get(i), text));
    }
    Collections.sort(edits, Comparator.comparingInt(Edit::offset));
    return edits;
  }

  /** Deletes an element of a list, and the comma before it; comments between them stay. */
  static List<Edit> withoutElement(INode node, String text) {
    INode comma = node.getPreviousSibling();
    while (comma != null && !comma.getText().endsWith(",")) {
      comma = comma.getPreviousSibling();
    }
    if (comma == null) {
      return List.of(Edit.deletion(node.getOffset(), node.getEndOffset()));
    }
    int between = comma.getEndOffset();
    return text.substring(between, node.getOffset()).isBlank()
        ? List.of(Edit.deletion(between - 1, node.getEndOffset()))
        : List.of(
            Edit.deletion(between - 1, between),
            Edit.deletion(node.getOffset(), node.getEndOffset()));
  }
}
