package surety.language.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law;

/**
 * A branch of a law in the making: the inputs so far as affine functions of coordinates, and the
 * density of these. Inputs are added to it in place, because there may be very many.
 */
public final class World {
  private final Linear[] inputs;
  private final List<Part> parts;
  private int dimension;

  private World(Linear[] inputs, List<Part> parts, int dimension) {
    this.inputs = inputs;
    this.parts = parts;
    this.dimension = dimension;
  }

  /** A summand in the making. */
  private record Part(Rational weight, List<Distribution> coordinates) {
    Part with(Draw draw) {
      List<Distribution> all = new ArrayList<>(coordinates);
      all.addAll(draw.fresh());
      return new Part(weight.times(draw.weight()), all);
    }
  }

  /** Without inputs. */
  public static World empty(int inputs) {
    List<Part> parts = new ArrayList<>(List.of(new Part(Rational.ONE, new ArrayList<>())));
    return new World(new Linear[inputs], parts, 0);
  }

  /** An input, if it is known already. */
  public Optional<Linear> input(int index) {
    return index < inputs.length ? Optional.ofNullable(inputs[index]) : Optional.empty();
  }

  /** Whether all inputs are known. */
  public boolean isComplete() {
    return Arrays.stream(inputs).noneMatch(input -> input == null);
  }

  /** The number of summands. */
  public int size() {
    return parts.size();
  }

  /** Number of coordinates. */
  public int dimension() {
    return dimension;
  }

  /** The sum of all summands' weights; each has at most mass 1. */
  public Rational weight() {
    return parts.stream().map(Part::weight).reduce(Rational.ZERO, Rational::plus);
  }

  /**
   * The worlds that come of this one, which is used up, when inputs are drawn: one for each way to
   * write these inputs as functions of coordinates.
   */
  public List<World> with(List<Integer> targets, List<Draw> draws) {
    if (draws.size() == 1 && draws.get(0).weight().equals(Rational.ONE)) {
      set(targets, draws.get(0).inputs(dimension));
      parts.forEach(part -> part.coordinates.addAll(draws.get(0).fresh()));
      dimension += draws.get(0).fresh().size();
      return List.of(this);
    }
    Map<Shape, List<Draw>> groups = new LinkedHashMap<>();
    for (Draw draw : draws) {
      Shape shape = new Shape(draw.fresh().size(), draw.inputs(dimension));
      groups.computeIfAbsent(shape, s -> new ArrayList<>()).add(draw);
    }
    List<World> worlds = new ArrayList<>();
    groups.forEach(
        (shape, group) -> {
          List<Part> products = new ArrayList<>();
          for (Part part : parts) {
            group.forEach(draw -> products.add(part.with(draw)));
          }
          World world = new World(inputs.clone(), products, dimension + shape.fresh);
          world.set(targets, shape.inputs);
          worlds.add(world);
        });
    return worlds;
  }

  private record Shape(int fresh, List<Linear> inputs) {}

  private void set(List<Integer> targets, List<Linear> values) {
    for (int i = 0; i < targets.size(); i++) {
      inputs[targets.get(i)] = values.get(i);
    }
  }

  /**
   * The part of the world where some coordinates lie in intervals; nothing if that has no mass.
   *
   * @throws IllegalArgumentException if the kernel cannot compute with that part
   */
  public Optional<World> restricted(Map<Integer, Interval> intervals) {
    List<Part> left = new ArrayList<>();
    for (Part part : parts) {
      restricted(part, intervals).ifPresent(left::add);
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new World(inputs.clone(), left, dimension));
  }

  private static Optional<Part> restricted(Part part, Map<Integer, Interval> intervals) {
    List<Distribution> coordinates = new ArrayList<>(part.coordinates);
    for (Map.Entry<Integer, Interval> entry : intervals.entrySet()) {
      Optional<Distribution> inside = entry.getValue().restrict(coordinates.get(entry.getKey()));
      if (inside.isEmpty()) {
        return Optional.empty();
      }
      coordinates.set(entry.getKey(), inside.get());
    }
    return Optional.of(new Part(part.weight, coordinates));
  }

  /**
   * The same with the coordinates in the order of the inputs that they are first found in, so that
   * the order of a specification's lines does not matter.
   */
  private World ordered() {
    Set<Integer> order = new LinkedHashSet<>();
    for (Linear input : inputs) {
      order.addAll(input.terms().keySet());
    }
    IntStream.range(0, dimension).forEach(order::add);
    List<Integer> old = List.copyOf(order);
    if (IntStream.range(0, dimension).allMatch(q -> old.get(q) == q)) {
      return this;
    }
    int[] places = new int[dimension];
    IntStream.range(0, dimension).forEach(q -> places[old.get(q)] = q);
    return new World(
        Arrays.stream(inputs).map(input -> input.renamed(places)).toArray(Linear[]::new),
        parts.stream()
            .map(p -> new Part(p.weight, old.stream().map(p.coordinates::get).toList()))
            .toList(),
        dimension);
  }

  /** The law of worlds that are complete; those with the same functions are one branch. */
  public static Law law(int inputs, List<World> worlds, Rational rest) {
    Map<Shape, Map<List<Distribution>, Rational>> branches = new LinkedHashMap<>();
    for (World unordered : worlds) {
      World world = unordered.ordered();
      Map<List<Distribution>, Rational> summands =
          branches.computeIfAbsent(
              new Shape(world.dimension, Arrays.asList(world.inputs)), s -> new LinkedHashMap<>());
      world.parts.forEach(p -> summands.merge(p.coordinates, p.weight, Rational::plus));
    }
    List<Law.Branch> all = new ArrayList<>();
    branches.forEach(
        (shape, summands) -> {
          List<Law.Summand> sum = new ArrayList<>();
          summands.forEach((coordinates, w) -> sum.add(new Law.Summand(w, coordinates)));
          all.add(new Law.Branch(shape.inputs.stream().map(Linear::asInput).toList(), sum));
        });
    return new Law(inputs, all, rest);
  }
}
