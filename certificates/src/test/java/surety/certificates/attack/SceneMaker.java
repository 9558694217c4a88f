package surety.certificates.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;

/** Small problems of all kinds, at random, whose truths are known exactly. */
final class SceneMaker {
  /** What a problem is about. */
  enum Kind {
    LINE,
    PLANE,
    NETWORKS,
    /** Outputs that are often exactly 0, and compared with 0. */
    ATOMS,
    TAIL,
    BRANCHES,
    WITHIN,
    REST,
    LEVEL_F
  }

  private final SplittableRandom random;

  SceneMaker(SplittableRandom random) {
    this.random = random;
  }

  Scene make(Kind kind) {
    World world = world(kind);
    boolean isSeveral = kind == Kind.NETWORKS || random.nextInt(8) == 0;
    List<Model> models = new ArrayList<>();
    for (int k = isSeveral ? 2 : 1; k > 0; k--) {
      models.add(model(world.inputs()));
    }
    String semantics = kind == Kind.LEVEL_F ? "float32 accuracy 1" : "real";
    if (kind == Kind.ATOMS) {
      models.replaceAll(SceneMaker::withoutConstants);
    }
    Scene scene = new Scene(semantics, models, world, "");
    return scene.claiming(claim(scene, kind));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  World world(Kind kind) {
    return switch (kind) {
      case TAIL -> World.independent(List.of(any(Known.UNBOUNDED)));
      case LINE -> World.independent(List.of(any(Known.bounded())));
      case BRANCHES -> branches(Rational.ZERO, false);
      case REST -> branches(Rational.of(1, 16), false);
      case WITHIN -> branches(Rational.ZERO, true);
      default ->
          World.independent(
              random.nextInt(3) == 0
                  ? List.of(any(Known.bounded()))
                  : List.of(any(Known.FLAT), any(Known.FLAT)));
    };
  }

  private World branches(Rational rest, boolean isWithin) {
    int inputs = random.nextInt(1, 3);
    List<World.Branch> branches = new ArrayList<>();
    int count = random.nextInt(1, 4);
    Rational weight = Rational.ONE.minus(rest).times(Rational.of(1, count));
    for (int b = 0; b < count; b++) {
      branches.add(branch(inputs, random.nextInt(b == 0 ? 1 : 0, 3), weight, isWithin));
    }
    return new World(branches, rest, false);
  }

  private World.Branch branch(int inputs, int dimension, Rational weight, boolean isWithin) {
    List<Affine> maps = new ArrayList<>();
    for (int k = 0; k < inputs; k++) {
      List<Rational> slopes = new ArrayList<>();
      for (int q = 0; q < dimension; q++) {
        slopes.add(Rational.of(random.nextInt(-2, 3), 2));
      }
      maps.add(new Affine(slopes, Rational.of(random.nextInt(-2, 3), 4)));
    }
    if (dimension > 0) { // not what independent inputs are written as
      List<Rational> slopes = new ArrayList<>(Collections.nCopies(dimension, Rational.of(3, 4)));
      maps.set(0, new Affine(slopes, Rational.of(1, 8)));
    }
    List<World.Summand> summands = new ArrayList<>();
    int count = random.nextInt(1, 3);
    for (int j = 0; j < count; j++) {
      List<Known> coordinates = new ArrayList<>();
      for (int q = 0; q < dimension; q++) {
        coordinates.add(any(dimension == 1 ? Known.bounded() : Known.FLAT));
      }
      if (isWithin && dimension > 0) {
        coordinates.set(0, coordinates.get(0).within("1/8", "5/8"));
      }
      summands.add(new World.Summand(weight.times(Rational.of(1, count)), coordinates));
    }
    return new World.Branch(maps, summands);
  }

  private double weight() {
    return random.nextInt(-8, 9) / 4.0;
  }

  Model model(int inputs) {
    List<Model.Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int k = random.nextInt(1, inputs == 1 ? 3 : 2); k > 0; k--) {
      int next = random.nextInt(1, 4);
      layers.add(layer(width, next));
      width = next;
    }
    layers.add(layer(width, random.nextInt(1, 3)));
    return new Model(layers);
  }

  /** Of its outputs. */
  private static Model withoutConstants(Model model) {
    int last = model.layers().size() - 1;
    Model changed = model;
    for (int i = 0; i < model.outputs(); i++) {
      int column = model.layers().get(last).weights().get(i).size();
      changed = changed.with(last, i, column, 0);
    }
    return changed;
  }

  private Model.Layer layer(int inputs, int outputs) {
    List<List<Double>> weights = new ArrayList<>();
    List<Double> biases = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < inputs; j++) {
        row.add(weight());
      }
      row.set(random.nextInt(inputs), random.nextBoolean() ? 1.0 : -0.75);
      weights.add(row);
      biases.add(random.nextInt(3) == 0 ? 0 : random.nextInt(-4, 5) / 8.0);
    }
    Bend bend = random.nextInt(3) > 0 ? Bend.RELU : any(List.of(Bend.values()));
    return new Model.Layer(weights, biases, bend);
  }

  private int outputs(Scene scene) {
    return scene.models().stream().mapToInt(Model::outputs).sum();
  }

  String form(Scene scene) {
    List<String> terms = new ArrayList<>();
    int outputs = outputs(scene);
    int first = random.nextInt(outputs);
    for (int j = 0; j < outputs; j++) {
      if (j == first || random.nextInt(4) == 0) {
        terms.add(any(List.of("1", "1", "-1", "1/2", "-2/3")) + "*y[" + j + "]");
      }
    }
    for (int k = 0; k < scene.world().inputs(); k++) {
      if (random.nextInt(5) == 0) {
        terms.add(any(List.of("1", "-1/2")) + "*x[" + k + "]");
      }
    }
    return String.join(" + ", terms);
  }

  private String atom(Scene scene) {
    String threshold = random.nextInt(3) == 0 ? "0" : fraction(random.nextInt(-6, 9), 8);
    return form(scene) + " " + any(List.of("<", "<=", ">", ">=")) + " " + threshold;
  }

  private static String fraction(int numerator, int denominator) {
    return Rational.of(numerator, denominator).toString();
  }

  private String event(Scene scene, int depth) {
    int kind = random.nextInt(6);
    if (depth == 0 || kind < 3) {
      return atom(scene);
    }
    if (kind == 3) {
      return "not " + event(scene, depth - 1);
    }
    String word = kind == 4 ? " and " : " or ";
    return "(" + event(scene, depth - 1) + word + event(scene, depth - 1) + ")";
  }

  private String requirement() {
    return switch (random.nextInt(4)) {
      case 0 -> " = ?";
      case 1 -> " in [1/4, 3/4]";
      default -> " " + any(List.of("<", "<=", ">", ">=")) + " " + fraction(random.nextInt(9), 8);
    };
  }

  /** A claim that the kernel can bound closely with a good tree. */
  String claim(Scene scene, Kind kind) {
    if (kind == Kind.REST || kind == Kind.LEVEL_F) {
      return random.nextInt(4) == 0
          ? "cdf(" + form(scene) + ") at 3 points"
          : "P(" + event(scene, 2) + ")" + requirement();
    }
    if (kind == Kind.ATOMS) {
      String sign = any(List.of("<", "<=", ">", ">="));
      return "P(1*y[" + random.nextInt(outputs(scene)) + "] " + sign + " 0)" + requirement();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> "P(" + event(scene, 2) + ")" + requirement();
      case 3 -> "P(" + event(scene, 1) + " | " + event(scene, 1) + ")" + requirement();
      case 4 -> "E(" + form(scene) + ")" + requirement();
      case 5 -> "E(" + form(scene) + " | " + event(scene, 1) + ")" + requirement();
      case 6 -> any(List.of("Var", "Std")) + "(" + form(scene) + ")" + requirement();
      case 7 ->
          any(List.of("Cov", "Corr"))
              + ("(" + form(scene) + ", " + form(scene) + ")")
              + requirement();
      case 8 ->
          any(List.of("quantile", "cvar"))
              + ("(" + form(scene) + ", " + any(List.of("1/4", "1/2", "9/10")) + ")")
              + requirement();
      case 9 -> cdf(scene);
      case 10 ->
          "(P("
              + event(scene, 1)
              + ") "
              + any(List.of("+", "-", "*", "/"))
              + " P("
              + (event(scene, 1) + "))" + requirement());
      default -> "abs((E(" + form(scene) + ") - E(" + form(scene) + ")))" + requirement();
    };
  }

  private String cdf(Scene scene) {
    int forms = random.nextInt(1, 3);
    List<String> all = new ArrayList<>();
    List<String> thresholds = new ArrayList<>();
    for (int k = 0; k < forms; k++) {
      all.add(form(scene));
      thresholds.add(random.nextBoolean() ? "2 points" : "[-1/4, 1/2]");
    }
    String given = random.nextInt(4) == 0 ? " | " + event(scene, 1) : "";
    return "cdf("
        + all.stream().collect(Collectors.joining(", "))
        + (given + ") at " + String.join(" x ", thresholds));
  }
}
