package surety.certificates.attack;

import static surety.certificates.attack.Mutation.any;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

/** The checker is asked about something else, and the certificate says that it is about that. */
enum StatementMutation implements Mutation {
  STRICTNESS(
      (scene, others, random) ->
          replaced(scene, "<=|>=|<|>", random, StatementMutation::strictness)),
  DIRECTION(
      (scene, others, random) ->
          replaced(scene, "<=|>=|<|>", random, StatementMutation::direction)),
  THRESHOLD(
      (scene, others, random) ->
          replaced(
              scene,
              "(?<=[<>=] )-?[0-9]+(/[0-9]+)?",
              random,
              text -> Rational.parse(text).plus(Rational.of(random.nextInt(-3, 4), 8)).toString())),
  COEFFICIENT(
      (scene, others, random) ->
          replaced(
              scene, "-?[0-9]+(/[0-9]+)?(?=[*])", random, text -> any(coefficients(), random))),
  OUTPUT(
      (scene, others, random) ->
          replaced(scene, "(?<=y.)[0-9]", random, text -> String.valueOf(random.nextInt(3)))),
  CONNECTIVE(
      (scene, others, random) ->
          replaced(scene, " and | or ", random, text -> text.equals(" and ") ? " or " : " and ")),
  PARTS_REORDERED(
      (scene, others, random) ->
          replaced(
              scene,
              "(?<=[(])[^(),|]+, [^(),|]+(?=[)])",
              random,
              text -> text.replaceAll("(.*), (.*)", "$2, $1"))),
  QUANTITY(
      (scene, others, random) ->
          replaced(
              scene,
              "Var|Std|Cov|Corr|quantile|cvar|(?<=[)]) [-+*/] (?=P)",
              random,
              text -> any(words(), random))),
  CLAIM_OF_ANOTHER((scene, others, random) -> scene.claiming(any(others, random).scene().claim())),
  DISTRIBUTION((scene, others, random) -> withWorld(scene, any(others, random).scene().world())),
  INPUTS_SWAPPED((scene, others, random) -> withWorld(scene, swapped(scene.world()))),
  MAP_CHANGED((scene, others, random) -> withWorld(scene, moved(scene.world(), random))),
  WEIGHTS_CHANGED((scene, others, random) -> withWorld(scene, reweighted(scene.world()))),
  SUMMAND_FORGOTTEN((scene, others, random) -> withWorld(scene, shorter(scene.world()))),
  BRANCH_OF_LAW_FORGOTTEN((scene, others, random) -> withWorld(scene, fewer(scene.world()))),
  REST_CHANGED((scene, others, random) -> withWorld(scene, rested(scene.world(), random))),
  NETWORK_WEIGHT((scene, others, random) -> withModels(scene, changed(scene.models(), random))),
  NETWORKS_SWAPPED((scene, others, random) -> withModels(scene, reversed(scene.models()))),
  NETWORK_OF_ANOTHER(
      (scene, others, random) -> withModels(scene, any(others, random).scene().models())),
  SEMANTICS(
      (scene, others, random) ->
          new Scene(
              scene.isReal() ? "float32 accuracy 1" : "real",
              scene.models(),
              scene.world(),
              scene.claim()));

  private static List<String> coefficients() {
    return List.of("1", "-1", "2", "1/2", "-2/3");
  }

  private static List<String> words() {
    return List.of("Var", "Std", "Cov", "Corr", "quantile", "cvar", " + ", " - ", " * ", " / ");
  }

  private interface Change {
    Scene apply(Scene scene, List<Target> others, SplittableRandom random);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without a state
  private final Change change;

  StatementMutation(Change change) {
    this.change = change;
  }

  /**
   * Mostly the certificate goes along, so that only its tree and bounds are those of the other
   * problem; sometimes the checker gets the old statement, or the old networks.
   */
  @Override
  public Optional<Mutant> apply(Target target, List<Target> others, SplittableRandom random) {
    try {
      Scene scene = change.apply(target.scene(), others, random);
      Statement statement = scene.statement();
      if (scene.equals(target.scene()) || !isKnown(scene)) {
        return Optional.empty();
      }
      Parts parts = target.parts().withStatement(statement.canonical());
      byte[] bytes = parts.bytes();
      Optional<Parts> all = Optional.of(parts);
      return Optional.of(
          switch (random.nextInt(8)) {
            case 0 -> Mutant.of(target, bytes);
            case 1 -> new Mutant(scene, statement, scene.contents(), target.parts().bytes(), all);
            case 2 ->
                new Mutant(scene, statement, target.scene().contents(), bytes, Optional.empty());
            default -> new Mutant(scene, statement, scene.contents(), bytes, all);
          });
    } catch (StatementException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** What the oracle has a truth for. */
  private static boolean isKnown(Scene scene) {
    boolean isSimple = scene.claim().startsWith("P(") && !scene.claim().contains("|");
    boolean isPlain = scene.isReal() && scene.world().rest().isZero();
    boolean isCdf = scene.claim().startsWith("cdf(") && !scene.claim().contains("|");
    return isPlain || isSimple || isCdf;
  }

  private static Scene replaced(
      Scene scene, String pattern, SplittableRandom random, UnaryOperator<String> change) {
    Matcher matcher = Pattern.compile(pattern).matcher(scene.claim());
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return scene;
    }
    int[] place = any(places, random);
    String claim = scene.claim();
    String other = change.apply(claim.substring(place[0], place[1]));
    return scene.claiming(claim.substring(0, place[0]) + other + claim.substring(place[1]));
  }

  private static String strictness(String symbol) {
    return symbol.length() == 2 ? symbol.substring(0, 1) : symbol + "=";
  }

  private static String direction(String symbol) {
    return (symbol.startsWith("<") ? ">" : "<") + symbol.substring(1);
  }

  private static Scene withWorld(Scene scene, World world) {
    return new Scene(scene.semantics(), scene.models(), world, scene.claim());
  }

  private static Scene withModels(Scene scene, List<Model> models) {
    return new Scene(scene.semantics(), models, scene.world(), scene.claim());
  }

  private static <T> List<T> reversed(List<T> all) {
    List<T> turned = new ArrayList<>(all);
    Collections.reverse(turned);
    return turned;
  }

  private static World swapped(World world) {
    if (world.isIndependent()) {
      World.Summand only = world.branches().get(0).summands().get(0);
      return World.independent(reversed(only.coordinates()));
    }
    return mapped(world, branch -> new World.Branch(reversed(branch.inputs()), branch.summands()));
  }

  private static World mapped(World world, UnaryOperator<World.Branch> change) {
    return new World(
        world.branches().stream().map(change).toList(), world.rest(), world.isIndependent());
  }

  private static World moved(World world, SplittableRandom random) {
    if (world.isIndependent()) {
      return world;
    }
    Rational step = Rational.of(random.nextInt(-2, 3), 8);
    return mapped(
        world,
        branch ->
            new World.Branch(
                branch.inputs().stream().map(map -> map.plus(step)).toList(), branch.summands()));
  }

  private static World reweighted(World world) {
    if (world.isIndependent()) {
      return world;
    }
    List<World.Branch> branches = new ArrayList<>(world.branches());
    World.Branch last = branches.remove(branches.size() - 1);
    List<World.Summand> heavier =
        last.summands().stream()
            .map(s -> new World.Summand(s.weight().times(Rational.of(3)), s.coordinates()))
            .toList();
    branches.add(new World.Branch(last.inputs(), heavier));
    return new World(branches, world.rest(), false);
  }

  private static World shorter(World world) {
    if (world.isIndependent()) {
      return world;
    }
    return mapped(
        world,
        branch -> {
          int kept = Math.max(1, branch.summands().size() - 1);
          return new World.Branch(branch.inputs(), branch.summands().subList(0, kept));
        });
  }

  private static World fewer(World world) {
    List<World.Branch> branches = world.branches();
    return branches.size() == 1
        ? world
        : new World(branches.subList(0, branches.size() - 1), world.rest(), false);
  }

  private static World rested(World world, SplittableRandom random) {
    return world.isIndependent()
        ? world
        : new World(world.branches(), Rational.of(random.nextInt(3), 16), false);
  }

  private static List<Model> changed(List<Model> models, SplittableRandom random) {
    List<Model> all = new ArrayList<>(models);
    int at = random.nextInt(all.size());
    Model model = all.get(at);
    int layer = random.nextInt(model.layers().size());
    List<List<Double>> weights = model.layers().get(layer).weights();
    int row = random.nextInt(weights.size());
    int column = random.nextInt(weights.get(row).size() + 1);
    double value =
        random.nextInt(3) == 0
            ? Math.nextUp(0.25 * random.nextInt(1, 5))
            : random.nextInt(-8, 9) / 4.0;
    all.set(at, model.with(layer, row, column, value));
    return all;
  }
}
