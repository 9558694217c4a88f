package surety.certificates.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.Trees;
import surety.certificates.replay.Certificates;

/** What is wrong with a file whatever it claims: its text, its numbers, its tree. */
final class InvalidFiles {
  private static final String SQUARE = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\n";
  private static final String CLAIM = "P(1*y[0] <= 1/4) = ?";

  private InvalidFiles() {}

  static List<Case> all() {
    return Stream.of(texts(), ends(), problems(), numbers(), rules(), places(), depths())
        .flatMap(List::stream)
        .toList();
  }

  /** Bounds of 1/2 to 1, and four leaves. */
  private static Draft base() {
    return Draft.of(SQUARE + CLAIM, CaseNetworks.CORNER)
        .claiming(0.5, 1)
        .tree(
            writer -> {
              writer.boxSplit(0, 0.5);
              writer.boxSplit(1, 0.5);
              writer.boxLeaf();
              writer.boxLeaf();
              writer.triangulate(new int[] {0, 0});
              writer.edgeSplit(0, 1, 0.5);
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
            });
  }

  private static Draft triangular() {
    return Draft.of(
            "inputs 1\nx[0] ~ triangular(0, 1/2, 1)\nP(1*y[0] <= 1/4) = ?", CaseNetworks.IDENTITY)
        .claiming(0, 1);
  }

  private static List<Case> texts() {
    Draft base = base();
    String bounds = "0x1p-1 0x1p0\n";
    return List.of(
        base.changed("title", "surety certificate 2", "surety certificate 1", "another version"),
        base.changed("statement-line", "x[1] ~ uniform(0, 1)", "x[1] ~ uniform(0, 2)", "section 3"),
        base.changed("count-leading-zero", "truncations 2", "truncations 02", "section 3"),
        base.changed("line-rest", "\ntree\n", "\ntree \n", "a blank behind the word; section 3"),
        base.changed("line-ends", "bounds 1\n", "bounds 1\r\n", "a carriage return; section 3"),
        base.changed("byte-beyond-ascii", "\nnumbers", "\n\u00e9numbers", "section 3"),
        base.changed("bounds-three", bounds, "0x1p-1 0x1p0 0x1p0\n", "three numbers in a line"),
        base.changed("bounds-turned", bounds, "0x1p0 0x1p-1\n", "the lower above the upper"),
        base.changed(
            "bounds-trailing-zero", bounds, "0x1.0p-1 0x1p0\n", "not canonical; section 3"),
        base.changed(
            "bounds-upper-case", bounds, "0x1.Ap-2 0x1p0\n", "digits are a to f; section 3"),
        base.changed("bounds-minus-zero", bounds, "-0x0p0 0x1p0\n", "zero has no sign; section 3"),
        base.changed("bounds-nan", bounds, "nan 0x1p0\n", "no number; section 3"),
        base.changed(
            "bounds-more-than-points",
            "bounds 1\n" + bounds,
            "bounds 2\n" + bounds + bounds,
            "two bounds for one quantity"));
  }

  private static Function<byte[], byte[]> cut(int fromEnd) {
    return bytes -> Arrays.copyOf(bytes, bytes.length - fromEnd);
  }

  private static int treeAt(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\ntree\n") + 6;
  }

  private static List<Case> ends() {
    Draft base = base();
    return List.of(
        base.replaced("empty", bytes -> new byte[0], "INCOMPLETE", "no bytes at all"),
        base.replaced(
            "cut-in-the-header", bytes -> Arrays.copyOf(bytes, 200), "INCOMPLETE", "section 3"),
        base.replaced(
            "cut-in-the-tree",
            bytes -> Arrays.copyOf(bytes, treeAt(bytes) + 5),
            "INCOMPLETE",
            "in the middle of a rule"),
        base.replaced("cut-before-the-digest", cut(72), "INCOMPLETE", "no last line"),
        base.replaced("cut-last-line-feed", cut(1), "INCOMPLETE", "the last line has no end"),
        base.changed("end-marker", "\nend\n", "\nEnd\n", "section 3"),
        base.replaced(
            "digest-wrong",
            bytes -> {
              bytes[bytes.length - 2] ^= 1;
              return bytes;
            },
            "INVALID",
            "the last digit; section 3"),
        base.replaced(
            "goes-on",
            bytes -> Certificates.concat(bytes, new byte[] {'\n'}),
            "INVALID",
            "a byte behind the last line; section 3"));
  }

  private static List<Case> problems() {
    Draft base = base();
    Draft two =
        Draft.of(
                "inputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] + -1*y[1] <= 0) = ?",
                CaseNetworks.IDENTITY,
                CaseNetworks.MINUS)
            .claiming(0, 1);
    Draft normal =
        Draft.of("inputs 1\nx[0] ~ normal(0, 1)\nP(1*y[0] <= 0) = ?", CaseNetworks.IDENTITY)
            .claiming(0, 1)
            .tree(writer -> writer.boxLeaf());
    return List.of(
        base.given(
            "statement-strict",
            Draft.of(SQUARE + "P(1*y[0] < 1/4) = ?", CaseNetworks.CORNER),
            "a certificate for <= where < is asked; section 3"),
        base.over("network-other", List.of(CaseNetworks.PLANE), "another digest; section 2"),
        two.over(
            "networks-swapped", List.of(CaseNetworks.MINUS, CaseNetworks.IDENTITY), "section 2"),
        two.over("networks-missing", List.of(CaseNetworks.IDENTITY), "one of two; section 2"),
        base.changed(
            "inputs-of-the-network",
            "truncations 2\n0x0p0 0x1p0\n0x0p0 0x1p0\n",
            "truncations 1\n0x0p0 0x1p0\n",
            "one truncation for two coordinates; section 3"),
        Draft.of("inputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] <= 1/4) = ?", CaseNetworks.CORNER)
            .truncated(0, 1)
            .claiming(0, 1)
            .invalid("inputs-fewer", "the network has two inputs; section 2"),
        normal.truncated(1, 1).invalid("truncated-to-a-point", "section 3"),
        normal.truncated(2, -2).invalid("truncated-to-nothing", "lower above upper; section 3"),
        Draft.in(
                "float32 accuracy 1",
                "inputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] <= 1/4) = ?",
                CaseNetworks.EXP)
            .claiming(0, 1)
            .invalid("level-refused", "Exp is refused at level F; section 4"),
        Draft.in(
                "float32 accuracy 1",
                "inputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] <= 1/4) = ?",
                CaseNetworks.HUGE)
            .claiming(0, 1)
            .invalid("level-weight", "a weight that is no number of the format; section 4"));
  }

  private static List<Case> numbers() {
    Draft cdf =
        Draft.of(SQUARE + "cdf(1*y[0]) at [0, 1/2]", CaseNetworks.CORNER).claiming(0, 1, 0, 1);
    Draft open =
        Draft.of(SQUARE + "cdf(1*y[0]) at 2 points", CaseNetworks.CORNER).claiming(0, 1, 0, 1);
    Draft mean = Draft.of(SQUARE + "E(1*y[0]) = ?", CaseNetworks.CORNER).claiming(0, 1);
    Draft quantile =
        Draft.of(SQUARE + "quantile(1*y[0], 1/2) = ?", CaseNetworks.CORNER).claiming(0, 1);
    Draft moments =
        Draft.of(SQUARE + "moments(1*y[0], 1*x[0])", CaseNetworks.CORNER)
            .claiming(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    return List.of(
        moments.numbers("0").invalid("centres-fewer", "a centre for each form; section 3"),
        moments.numbers("0", "0", "0").invalid("centres-more", "a centre for each form; section 3"),
        moments
            .numbers("0", "0")
            .claiming(0, 1, 0, 1, 0, 1, 0, 1)
            .invalid("moments-fewer", "of two forms there are five; section 2"),
        cdf.numbers("0", "1/3").invalid("thresholds-other", "1/2 is asked for; section 2"),
        cdf.numbers("0").invalid("thresholds-fewer", "section 3"),
        open.numbers("1/2", "1/2").invalid("thresholds-equal", "section 3"),
        cdf.numbers("0", "1/2")
            .changed("rational-not-lowest", "\n1/2\nbounds", "\n2/4\nbounds", "section 2"),
        cdf.numbers("0", "1/2")
            .changed("rational-decimal", "\n1/2\nbounds", "\n0.5\nbounds", "section 2"),
        mean.invalid("numbers-fewer", "a mean has a centre; section 3"),
        mean.numbers("0", "0").invalid("numbers-more", "a mean has one centre; section 3"),
        mean.numbers("1/3").invalid("number-no-double", "1/3 is no double; section 3"),
        quantile.numbers("1", "0").invalid("numbers-turned", "s is above t; section 3"));
  }

  private static Case bytes(String name, String about, int... codes) {
    byte[] tree = new byte[codes.length];
    for (int k = 0; k < codes.length; k++) {
      tree[k] = (byte) codes[k];
    }
    return base().grown(problem -> tree).invalid("rule-" + name, about + "; section 5");
  }

  private static List<Case> rules() {
    return List.of(
        bytes("zero", "no rule 0", 0),
        bytes("seven", "no rule 7", 7),
        bytes("beyond-the-edges", "no rule f8", 0xf8, 0, 0, 0, 0, 0, 0, 0, 0),
        bytes("full-degree", "the degree 255 is written otherwise", 3, 0, 0, 0x60, 255, 0x40),
        bytes("box-leaf-on-a-simplex", "4 is for boxes", 3, 0, 0, 4, 0x40),
        bytes("condense-a-simplex", "6 is for boxes", 3, 0, 0, 6, 0x40, 0x40),
        bytes("simplex-leaf-on-a-box", "40 is for simplices", 0x40),
        bytes("one-leaf-too-many", "bytes are left behind the tree", 4, 4),
        bytes("one-leaf-too-few", "what follows is no rule", 0x10, 4),
        base().tree(writer -> writer.hole()).incomplete("rule-hole", "the whole is left out"),
        base()
            .tree(
                writer -> {
                  writer.boxSplit(0, 0.5);
                  writer.boxLeaf();
                  writer.triangulate(new int[] {0, 0});
                  writer.simplexLeaf(0);
                  writer.hole();
                })
            .incomplete("rule-hole-for-a-simplex", "a part is left out; section 5"));
  }

  private static Case cut(String name, int coordinate, double value, String about) {
    return base()
        .tree(
            writer -> {
              writer.boxSplit(coordinate, value);
              writer.boxLeaf();
              writer.boxLeaf();
            })
        .invalid("cut-" + name, about + "; section 5");
  }

  private static Case knot(String name, Trees.Script script, String about) {
    return triangular().tree(script).invalid("knot-" + name, about + "; section 5");
  }

  private static Case ratio(String name, double ratio) {
    byte[] tree = new byte[14];
    java.nio.ByteBuffer.wrap(tree).put(new byte[] {3, 0, 0, (byte) 0x80}).putDouble(ratio);
    byte[] leaves = {0x40, 0x40, 0x40};
    byte[] all = Certificates.concat(Arrays.copyOf(tree, 12), leaves);
    return base()
        .grown(problem -> all)
        .invalid("ratio-" + name, "a ratio is between 0 and 1; section 5");
  }

  private static List<Case> places() {
    return List.of(
        cut("outside", 0, 2, "the value is not inside"),
        cut("at-the-end", 0, 1, "the value is an end"),
        cut("nan", 0, Double.NaN, "no number"),
        cut("no-coordinate", 2, 0.5, "there are two coordinates"),
        knot(
            "missing",
            writer -> {
              writer.knotSplit(0, 1);
              writer.boxLeaf();
              writer.boxLeaf();
            },
            "there is one knot"),
        knot(
            "outside",
            writer -> {
              writer.boxSplit(0, 0.25);
              writer.knotSplit(0, 0);
              writer.boxLeaf();
              writer.boxLeaf();
              writer.boxLeaf();
            },
            "the knot is in the other part"),
        knot(
            "inside-a-simplex",
            writer -> {
              writer.triangulate(new int[] {1});
              writer.simplexLeaf(0);
            },
            "the density has a knot in the box"),
        ratio("zero", 0),
        ratio("one", 1),
        ratio("nan", Double.NaN),
        base()
            .grown(
                problem ->
                    new byte[] {3, 0, 0, (byte) 0x83, 0x3f, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0x40})
            .invalid("edge-missing", "a triangle has no vertex 3; section 5"),
        base()
            .tree(
                writer -> {
                  writer.triangulate(new int[] {41, 0});
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(0);
                })
            .invalid("degree-41", "degrees are at most 40; section 4"),
        base()
            .tree(
                writer -> {
                  writer.boxSplit(0, Math.nextUp(0.5));
                  writer.boxSplit(0, 0.5);
                  writer.boxLeaf();
                  writer.halving(0, 0.5);
                  writer.boxLeaf();
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .invalid("halve-between-neighbours", "no double is strictly inside; section 5"));
  }

  private static List<Case> depths() {
    String many =
        "inputs 1\nbranches 1 rest 0\nbranch coordinates 9 summands 1\nx[0] = 1*u[0]\n1: "
            + "uniform(0, 1); ".repeat(8)
            + "uniform(0, 1)\nP(1*y[0] <= 1/4) = ?";
    return List.of(
        Draft.of(many, CaseNetworks.IDENTITY)
            .claiming(0, 1)
            .tree(
                writer -> {
                  writer.triangulate(new int[9]);
                  writer.simplexLeaf(0);
                })
            .invalid("triangulate-nine", "n is at most 8; section 5"),
        base()
            .tree(
                writer -> {
                  writer.triangulate(new int[] {0, 0});
                  for (int k = 0; k <= 10_000; k++) {
                    writer.edgeSplit(0, 1, 0.5);
                  }
                })
            .invalid("deeper-than-10000-cuts", "section 5"));
  }
}
