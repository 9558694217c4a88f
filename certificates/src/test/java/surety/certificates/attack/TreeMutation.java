package surety.certificates.attack;

import static surety.certificates.attack.Mutation.any;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.Condensing;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.Halving;
import surety.certificates.proof.Hole;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.Rule;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Triangulation;

/** Proof trees that cover too much, too little, or something else. */
enum TreeMutation implements Mutation {
  CELL_DROPPED((nodes, random) -> parent(nodes, random, (parts, at) -> parts.remove(at))),
  CELL_DOUBLED(
      (nodes, random) -> parent(nodes, random, (parts, at) -> parts.add(at, parts.get(at)))),
  PARTS_SWAPPED(
      (nodes, random) -> parent(nodes, random, (parts, at) -> Collections.reverse(parts))),
  PART_TWICE(
      (nodes, random) ->
          parent(nodes, random, (parts, at) -> parts.set(at, parts.get(parts.size() - 1 - at)))),
  HOLE((nodes, random) -> at(nodes, random, n -> leaf(new Hole()))),
  CUT_FORGOTTEN((nodes, random) -> at(nodes, random, TreeMutation::first)),
  RATIO_BY_AN_ULP((nodes, random) -> rule(nodes, random, r -> nudged(r, random))),
  RATIO_MIRRORED((nodes, random) -> rule(nodes, random, TreeMutation::mirrored)),
  RATIO_CHANGED((nodes, random) -> rule(nodes, random, r -> moved(r, random))),
  COORDINATE_CHANGED((nodes, random) -> rule(nodes, random, r -> turned(r, random))),
  HALVED_FOR_CUT((nodes, random) -> rule(nodes, random, TreeMutation::halved)),
  DEGREE_LOWERED((nodes, random) -> rule(nodes, random, r -> lowered(r, random))),
  LEVEL_CHANGED((nodes, random) -> rule(nodes, random, r -> levelled(r, random))),
  RULE_CHANGED((nodes, random) -> rule(nodes, random, r -> Optional.of(other(random)))),
  CONDENSED((nodes, random) -> at(nodes, random, n -> new Node(new Condensing(), List.of(n)))),
  LEAF_CUT((nodes, random) -> at(nodes, random, n -> cut(n, random))),
  SUBTREE_MOVED((nodes, random) -> at(nodes, random, n -> any(everywhere(nodes), random))),
  BRANCHES_SWAPPED(
      (nodes, random) -> {
        List<Node> turned = new ArrayList<>(nodes);
        Collections.reverse(turned);
        return turned;
      }),
  BRANCH_FORGOTTEN((nodes, random) -> nodes.subList(0, Math.max(0, nodes.size() - 1))),
  BRANCH_TWICE((nodes, random) -> Stream.concat(nodes.stream(), nodes.stream().limit(1)).toList()),
  FRAGMENT_SPLICED((nodes, random) -> nodes) {
    @Override
    List<Node> change(
        List<Node> nodes, Target target, List<Target> others, SplittableRandom random) {
      Target donor = random.nextBoolean() ? target : any(others, random);
      byte[] tree = random.nextBoolean() ? donor.otherTree() : donor.parts().treeBytes();
      Node fragment = any(everywhere(Node.read(tree, dimensions(donor))), random);
      return at(nodes, random, n -> fragment);
    }
  },
  ANOTHER_TREE((nodes, random) -> nodes) {
    @Override
    List<Node> change(
        List<Node> nodes, Target target, List<Target> others, SplittableRandom random) {
      Target donor = random.nextInt(3) == 0 ? target : any(others, random);
      return Node.read(donor.otherTree(), dimensions(donor));
    }
  };

  private interface Change {
    List<Node> apply(List<Node> nodes, SplittableRandom random);
  }

  private interface Rearrangement {
    void apply(List<Node> parts, int at);
  }

  private interface RuleChange {
    Optional<Rule> apply(Rule rule);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without a state
  private final Change change;

  TreeMutation(Change change) {
    this.change = change;
  }

  List<Node> change(List<Node> nodes, Target target, List<Target> others, SplittableRandom random) {
    return change.apply(nodes, random);
  }

  static List<Integer> dimensions(Target target) {
    return target.scene().world().branches().stream().map(World.Branch::dimension).toList();
  }

  @Override
  public Optional<Mutant> apply(Target target, List<Target> others, SplittableRandom random) {
    List<Node> nodes = Node.read(target.parts().treeBytes(), dimensions(target));
    for (int k = random.nextInt(4) == 0 ? 2 : 1; k > 0; k--) {
      nodes = change(nodes, target, others, random);
    }
    return Node.write(nodes)
        .filter(tree -> !target.parts().withTree(tree).equals(target.parts()))
        .map(tree -> Mutant.of(target, target.parts().withTree(tree)));
  }

  private static List<Node> everywhere(List<Node> nodes) {
    return nodes.stream().flatMap(node -> node.all().stream()).toList();
  }

  private static List<Node> at(
      List<Node> nodes, SplittableRandom random, java.util.function.UnaryOperator<Node> change) {
    if (nodes.isEmpty()) {
      return nodes;
    }
    Node chosen = any(everywhere(nodes), random);
    return nodes.stream().map(node -> node.replaced(chosen, change)).toList();
  }

  private static List<Node> parent(
      List<Node> nodes, SplittableRandom random, Rearrangement rearrangement) {
    List<Node> parents = everywhere(nodes).stream().filter(node -> !node.isLeaf()).toList();
    if (parents.isEmpty()) {
      return nodes;
    }
    Node chosen = any(parents, random);
    int at = random.nextInt(chosen.parts().size());
    return nodes.stream()
        .map(
            node ->
                node.rearranged(
                    chosen,
                    parts -> {
                      rearrangement.apply(parts, at);
                      return parts;
                    }))
        .toList();
  }

  /** One of the nodes of which the rule can be changed so. */
  private static List<Node> rule(List<Node> nodes, SplittableRandom random, RuleChange change) {
    List<Node> all = everywhere(nodes);
    for (int tries = 0; tries < 8 && !all.isEmpty(); tries++) {
      Node chosen = any(all, random);
      Optional<Rule> other = change.apply(chosen.rule());
      if (other.isPresent()) {
        return nodes.stream().map(node -> node.replaced(chosen, n -> n.with(other.get()))).toList();
      }
    }
    return nodes;
  }

  private static Node leaf(Rule rule) {
    return new Node(rule, List.of());
  }

  private static Node first(Node node) {
    return node.isLeaf() ? node : node.parts().get(0);
  }

  private static Optional<Rule> nudged(Rule rule, SplittableRandom random) {
    boolean up = random.nextBoolean();
    return value(rule, x -> up ? Math.nextUp(x) : Math.nextDown(x));
  }

  private static Optional<Rule> moved(Rule rule, SplittableRandom random) {
    double share = random.nextInt(1, 16) / 16.0;
    return value(rule, x -> random.nextBoolean() ? share : x * (0.75 + share / 2));
  }

  private static Optional<Rule> mirrored(Rule rule) {
    return value(rule, x -> rule instanceof EdgeSplit ? 1 - x : -x);
  }

  private static Optional<Rule> value(Rule rule, java.util.function.DoubleUnaryOperator change) {
    if (rule instanceof EdgeSplit split) {
      return Optional.of(new EdgeSplit(split.i(), split.j(), change.applyAsDouble(split.ratio())));
    }
    if (rule instanceof BoxSplit split) {
      return Optional.of(new BoxSplit(split.coordinate(), change.applyAsDouble(split.value())));
    }
    return Optional.empty();
  }

  private static Optional<Rule> turned(Rule rule, SplittableRandom random) {
    int other = random.nextInt(3);
    if (rule instanceof EdgeSplit split) {
      int j = random.nextInt(1, 4);
      return Optional.of(new EdgeSplit(random.nextInt(j), j, split.ratio()));
    }
    if (rule instanceof BoxSplit split) {
      return Optional.of(new BoxSplit(other, split.value()));
    }
    if (rule instanceof KnotSplit split) {
      return Optional.of(
          random.nextBoolean()
              ? new KnotSplit(other, split.knot())
              : new KnotSplit(split.coordinate(), split.knot() + random.nextInt(-1, 2)));
    }
    return rule instanceof Halving ? Optional.of(new Halving(other)) : Optional.empty();
  }

  private static Optional<Rule> halved(Rule rule) {
    if (rule instanceof BoxSplit split) {
      return Optional.of(new Halving(split.coordinate()));
    }
    if (rule instanceof KnotSplit split) {
      return Optional.of(new BoxSplit(split.coordinate(), 0.5));
    }
    return rule instanceof Halving halving
        ? Optional.of(new KnotSplit(halving.coordinate(), 0))
        : Optional.empty();
  }

  private static Optional<Rule> lowered(Rule rule, SplittableRandom random) {
    if (rule instanceof SimplexLeaf leaf) {
      return Optional.of(new SimplexLeaf(leaf.layer(), random.nextInt(6)));
    }
    if (rule instanceof Triangulation triangulation) {
      List<Integer> degrees = new ArrayList<>(triangulation.degrees());
      if (!degrees.isEmpty()) {
        degrees.set(random.nextInt(degrees.size()), random.nextInt(8));
      }
      return Optional.of(new Triangulation(degrees));
    }
    return Optional.empty();
  }

  private static Optional<Rule> levelled(Rule rule, SplittableRandom random) {
    return rule instanceof SimplexLeaf leaf
        ? Optional.of(new SimplexLeaf(random.nextInt(4), leaf.degree()))
        : Optional.empty();
  }

  private static Rule other(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new BoxLeaf();
      case 1 -> new SimplexLeaf(random.nextInt(3), SimplexLeaf.FULL_DEGREE);
      case 2 -> new EdgeSplit(0, 1, 0.5);
      case 3 -> new BoxSplit(0, 0.5);
      case 4 -> new Halving(random.nextInt(2));
      case 5 -> new KnotSplit(random.nextInt(2), 0);
      case 6 -> new Triangulation(List.of(1, 1).subList(0, random.nextInt(3)));
      default -> new Condensing();
    };
  }

  private static Node cut(Node node, SplittableRandom random) {
    Rule rule =
        node.rule() instanceof SimplexLeaf
            ? new EdgeSplit(0, 1, random.nextInt(1, 8) / 8.0)
            : new Halving(0);
    return new Node(rule, List.of(node, node));
  }
}
