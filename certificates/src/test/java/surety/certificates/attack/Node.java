package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import surety.certificates.proof.BoxCut;
import surety.certificates.proof.Condensing;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.writing.ProofWriter;

/** A rule with what becomes of the cell's parts. */
record Node(Rule rule, List<Node> parts) {
  Node {
    parts = List.copyOf(parts);
  }

  /** The trees of branches of these dimensions, of bytes that are ones. */
  static List<Node> read(byte[] tree, List<Integer> dimensions) {
    ProofReader reader = new ProofReader(new ByteArrayInputStream(tree));
    List<Node> nodes = new ArrayList<>();
    try {
      for (int dimension : dimensions) {
        nodes.add(read(reader, dimension));
      }
    } catch (IOException | RejectedException e) {
      throw new AssertionError(e);
    }
    return nodes;
  }

  private static Node read(ProofReader reader, int dimension)
      throws IOException, RejectedException {
    Rule rule = reader.next(dimension);
    List<Node> parts = new ArrayList<>();
    for (int k = arity(rule, dimension); k > 0; k--) {
      parts.add(read(reader, dimension));
    }
    return new Node(rule, parts);
  }

  private static int arity(Rule rule, int dimension) {
    if (rule instanceof Condensing) {
      return 1;
    }
    if (rule instanceof Triangulation) {
      int simplices = 1;
      for (int k = 2; k <= dimension; k++) {
        simplices *= k;
      }
      return simplices;
    }
    return rule instanceof BoxCut || rule instanceof EdgeSplit ? 2 : 0;
  }

  /** Nothing where a rule cannot be written. */
  static Optional<byte[]> write(List<Node> nodes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      for (Node node : nodes) {
        node.write(writer);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Optional.of(bytes.toByteArray());
  }

  private void write(ProofWriter writer) throws IOException {
    writer.write(rule);
    for (Node part : parts) {
      part.write(writer);
    }
  }

  boolean isLeaf() {
    return parts.isEmpty();
  }

  /** This and all below. */
  List<Node> all() {
    List<Node> all = new ArrayList<>(List.of(this));
    parts.forEach(part -> all.addAll(part.all()));
    return all;
  }

  Node with(Rule other) {
    return new Node(other, parts);
  }

  /** This tree with something else in the place of one of its nodes, found by identity. */
  @SuppressWarnings("ReferenceEquality") // equal nodes may stand at several places
  Node replaced(Node node, UnaryOperator<Node> change) {
    if (this == node) {
      return change.apply(this);
    }
    return new Node(rule, parts.stream().map(part -> part.replaced(node, change)).toList());
  }

  /** With other parts of a node, which may be too many or too few. */
  Node rearranged(Node node, UnaryOperator<List<Node>> change) {
    return replaced(node, n -> new Node(n.rule, change.apply(new ArrayList<>(n.parts))));
  }
}
