package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Event;

/**
 * The inputs, cut into parts on which all outputs are affine functions of the coordinates: masses
 * of events and integrals of forms follow exactly. It shares nothing with the kernel but fractions
 * and the reading of statements.
 */
final class Measure {
  /** A part, with inputs and outputs on it. */
  private record Cell(Patch patch, List<Affine> inputs, List<Affine> outputs) {
    Affine form(AffineForm form) {
      Affine sum = Affine.constant(dimension(), Rational.ZERO);
      for (int j = 0; j < outputs.size(); j++) {
        sum = sum.plus(outputs.get(j), form.outputs().get(j));
      }
      for (int k = 0; k < form.inputs().size(); k++) {
        sum = sum.plus(inputs.get(k), form.inputs().get(k));
      }
      return sum;
    }

    int dimension() {
      return inputs.get(0).slopes().size();
    }

    List<Rational> at(List<Affine> functions) {
      List<Rational> point = patch.inside();
      return functions.stream().map(f -> f.at(point)).toList();
    }
  }

  private final List<Cell> cells = new ArrayList<>();

  Measure(List<Model> models, World world) {
    for (World.Branch branch : world.branches()) {
      for (Patch patch : World.patches(branch)) {
        List<Cell> parts = List.of(new Cell(patch, branch.inputs(), List.of()));
        for (Model model : models) {
          parts = parts.stream().flatMap(part -> computed(model, part).stream()).toList();
        }
        cells.addAll(parts);
      }
    }
  }

  /** A part with the values of a layer on it. */
  private record Stage(Patch patch, List<Affine> values) {}

  private static List<Cell> computed(Model model, Cell cell) {
    List<Stage> stages = List.of(new Stage(cell.patch, cell.inputs));
    for (int k = 0; k < model.layers().size(); k++) {
      int layer = k;
      boolean isLast = k == model.layers().size() - 1;
      List<Stage> next = new ArrayList<>();
      for (Stage stage : stages) {
        List<Affine> sums = model.sums(layer, stage.values);
        if (isLast) {
          next.add(new Stage(stage.patch, sums));
        } else {
          next.addAll(bent(stage.patch, sums, model.layers().get(layer).bend()));
        }
      }
      stages = next;
    }
    List<Cell> cells = new ArrayList<>();
    for (Stage stage : stages) {
      List<Affine> outputs = new ArrayList<>(cell.outputs);
      outputs.addAll(stage.values);
      cells.add(new Cell(stage.patch, cell.inputs, outputs));
    }
    return cells;
  }

  private static List<Stage> bent(Patch patch, List<Affine> sums, Bend bend) {
    List<Patch> parts = List.of(patch);
    for (Affine sum : sums) {
      for (Rational kink : bend.kinks()) {
        parts = cut(parts, sum.plus(kink.negate()));
      }
    }
    List<Stage> stages = new ArrayList<>();
    for (Patch part : parts) {
      List<Rational> inside = part.inside();
      List<Affine> values = new ArrayList<>();
      for (Affine sum : sums) {
        Bend.Line line = bend.at(sum.at(inside));
        Affine zero = Affine.constant(sum.slopes().size(), line.offset());
        values.add(zero.plus(sum, line.slope()));
      }
      stages.add(new Stage(part, values));
    }
    return stages;
  }

  private static List<Patch> cut(List<Patch> parts, Affine f) {
    return parts.stream().flatMap(part -> part.cut(f).stream()).toList();
  }

  /** All parts of a cell on which an event happens. */
  private static List<Cell> where(Event event, Cell cell) {
    List<Patch> parts = List.of(cell.patch);
    for (Atom atom : event.atoms()) {
      parts = cut(parts, cell.form(atom.form()).plus(atom.threshold().negate()));
    }
    return parts.stream()
        .map(part -> new Cell(part, cell.inputs, cell.outputs))
        .filter(part -> event.holds(part.at(part.outputs), part.at(part.inputs)))
        .toList();
  }

  Span mass() {
    Span sum = Span.ZERO;
    for (Cell cell : cells) {
      Affine one = Affine.constant(cell.dimension(), Rational.ONE);
      sum = sum.plus(cell.patch.integral(one, one));
    }
    return sum;
  }

  Span mass(Event event) {
    Span sum = Span.ZERO;
    for (Cell cell : cells) {
      for (Cell part : where(event, cell)) {
        Affine one = Affine.constant(cell.dimension(), Rational.ONE);
        sum = sum.plus(part.patch.integral(one, one));
      }
    }
    return sum;
  }

  Span integral(AffineForm form) {
    Span sum = Span.ZERO;
    for (Cell cell : cells) {
      Affine one = Affine.constant(cell.dimension(), Rational.ONE);
      sum = sum.plus(cell.patch.integral(cell.form(form), one));
    }
    return sum;
  }

  Span integral(AffineForm form, Event event) {
    Span sum = Span.ZERO;
    for (Cell cell : cells) {
      Affine one = Affine.constant(cell.dimension(), Rational.ONE);
      for (Cell part : where(event, cell)) {
        sum = sum.plus(part.patch.integral(part.form(form), one));
      }
    }
    return sum;
  }

  Span integral(AffineForm first, AffineForm second) {
    Span sum = Span.ZERO;
    for (Cell cell : cells) {
      sum = sum.plus(cell.patch.integral(cell.form(first), cell.form(second)));
    }
    return sum;
  }

  /** A value of the form that is its value inside of some part: where jumps may be. */
  List<Rational> levels(AffineForm form) {
    return cells.stream()
        .map(cell -> cell.form(form))
        .filter(Affine::isConstant)
        .map(Affine::constant)
        .distinct()
        .toList();
  }

  /** For each pattern of pieces, as a region certificate writes it, its mass. */
  Map<String, Span> patterns(Model model) {
    Map<String, Span> masses = new TreeMap<>();
    for (Cell cell : cells) {
      Affine one = Affine.constant(cell.dimension(), Rational.ONE);
      String pattern = model.pattern(cell.at(cell.inputs));
      masses.merge(pattern, cell.patch.integral(one, one), Span::plus);
    }
    return masses;
  }
}
