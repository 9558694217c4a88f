package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

class ResizeOperatorTest {
  private static final long[] DIMS = {1, 2, 4, 8};
  private static final String[] COORDINATES = {
    "half_pixel", "pytorch_half_pixel", "asymmetric", "align_corners", "half_pixel_symmetric"
  };
  private static final String[] ROUNDINGS = {
    "round_prefer_floor", "round_prefer_ceil", "floor", "ceil"
  };

  private static Proto coordinates(String mode) {
    return Pictures.text("coordinate_transformation_mode", mode);
  }

  private static Proto rounding(String mode) {
    return Pictures.text("nearest_mode", mode);
  }

  @Test
  void everyElementIsRepeated() throws NetworkFormatException {
    byte[] file =
        Pictures.file(
            13, new long[] {1, 1, 2}, Pictures.floats("s", 1, 1, 3), Onnx.node("Resize", "x, , s"));
    assertEquals(List.of(0, 0, 0, 1, 1, 1), Pictures.picked(file));
  }

  private static Rational place(int index, int length, int result, String mode) {
    Rational half = Rational.of(1, 2);
    Rational scale = Rational.of(result, length);
    Rational x = Rational.of(index, 1);
    return switch (mode) {
      case "asymmetric" -> x.dividedBy(scale);
      case "align_corners" ->
          result == 1 ? Rational.ZERO : x.times(Rational.of(length - 1, result - 1));
      case "pytorch_half_pixel" ->
          result == 1 ? Rational.ZERO : x.plus(half).dividedBy(scale).minus(half);
      default -> x.plus(half).dividedBy(scale).minus(half);
    };
  }

  /** The text of the standard, with fractions. */
  private static int nearest(int index, int length, int result, String mode, String rounding) {
    Rational half = Rational.of(1, 2);
    Rational place = place(index, length, result, mode);
    int floor = 0;
    while (Rational.of(floor, 1).compareTo(place) > 0) {
      floor--;
    }
    while (Rational.of(floor + 1, 1).compareTo(place) <= 0) {
      floor++;
    }
    Rational rest = place.minus(Rational.of(floor, 1));
    boolean isUp =
        switch (rounding) {
          case "floor" -> false;
          case "ceil" -> rest.signum() > 0;
          case "round_prefer_floor" -> rest.compareTo(half) > 0;
          default -> rest.compareTo(half) >= 0;
        };
    return Math.max(0, Math.min(length - 1, isUp ? floor + 1 : floor));
  }

  @Test
  void theNearestIsThatOfTheStandard() throws NetworkFormatException {
    for (String mode : COORDINATES) {
      for (String rounding : ROUNDINGS) {
        for (int[] lengths :
            new int[][] {{4, 12}, {3, 6}, {8, 2}, {8, 1}, {6, 3}, {5, 25}, {4, 4}}) {
          byte[] file =
              Pictures.file(
                  19,
                  new long[] {1, 1, lengths[0]},
                  Pictures.longs("n", 1, 1, lengths[1]),
                  Onnx.node("Resize", "x, , , n", coordinates(mode), rounding(rounding)));
          List<Integer> expected = new ArrayList<>();
          for (int i = 0; i < lengths[1]; i++) {
            expected.add(nearest(i, lengths[0], lengths[1], mode, rounding));
          }
          assertEquals(expected, Pictures.picked(file), mode + rounding + Arrays.toString(lengths));
        }
      }
    }
  }

  @Test
  void itIsWhatOnnxRuntimeComputes() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    double[] factors = {1, 2, 3, 4, 5, 0.5, 0.25};
    for (int i = 0; i < 150; i++) {
      long opset = random.nextInt(11, 23);
      String mode = COORDINATES[random.nextInt(opset < 19 ? 4 : 5)];
      String rounding = ROUNDINGS[random.nextInt(4)];
      double high = factors[random.nextInt(7)];
      double wide = factors[random.nextInt(7)];
      boolean hasSizes = random.nextBoolean();
      String roi = opset < 13 ? "none" : "";
      byte[] file =
          Pictures.file(
              opset,
              DIMS,
              Pictures.floats("s", 1, 1, high, wide),
              Onnx.initializer(Onnx.header("none", Onnx.FLOAT, 0)),
              Pictures.longs("n", 1, 2, (long) (4 * high), (long) (8 * wide)),
              Onnx.node(
                  "Resize",
                  hasSizes ? "x," + roi + "," + roi + ",n" : "x," + roi + ",s",
                  coordinates(mode),
                  rounding(rounding)));
      String what = "%d %s %s %s %s".formatted(opset, mode, rounding, high, wide);
      try {
        OnnxRuntime.assertAgrees(file, i, DIMS);
      } catch (AssertionError e) {
        throw new AssertionError(what, e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10})
  void oldVersionsRepeatElements(long opset) throws Exception {
    Proto scales = Onnx.floatsAttribute("scales", 1, 1, 2, 3);
    byte[] file =
        Pictures.file(
            opset,
            DIMS,
            Pictures.floats("s", 1, 1, 2, 3),
            opset < 9
                ? Onnx.node("Upsample", "x", scales)
                : Onnx.node(opset < 10 ? "Upsample" : "Resize", "x, s"));
    OnnxRuntime.assertAgrees(file, opset, DIMS);
    assertEquals(List.of(0, 0, 0, 1), Pictures.picked(file).subList(0, 4));
  }

  @Test
  void axesMayBeNamed() throws Exception {
    byte[] file =
        Pictures.file(
            18,
            DIMS,
            Pictures.floats("s", 2),
            Onnx.node("Resize", "x, , s", Onnx.intsAttribute("axes", 3)));
    OnnxRuntime.assertAgrees(file, 1, DIMS);
  }

  private static final Proto LINEAR = Pictures.text("mode", "linear");

  /** The text of the standard in fractions: the mean of the elements on both sides, by distance. */
  private static Rational linear(Rational[] x, Rational place) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < x.length; i++) {
      Rational within = clamped(place, x.length - 1).minus(Rational.of(i, 1)).abs();
      if (within.compareTo(Rational.ONE) < 0) {
        sum = sum.plus(x[i].times(Rational.ONE.minus(within)));
      }
    }
    return sum;
  }

  private static Rational clamped(Rational place, int last) {
    Rational end = Rational.of(last, 1);
    return place.signum() < 0 ? Rational.ZERO : place.compareTo(end) > 0 ? end : place;
  }

  @Test
  void interpolationIsThatOfTheStandardInFractions() throws NetworkFormatException {
    for (String mode : COORDINATES) {
      for (int[] lengths : new int[][] {{4, 12}, {3, 7}, {8, 3}, {5, 1}, {6, 3}, {2, 9}, {1, 3}}) {
        byte[] file =
            Pictures.file(
                19,
                new long[] {1, 1, lengths[0]},
                Pictures.longs("n", 1, 1, lengths[1]),
                Onnx.node("Resize", "x, , , n", coordinates(mode), LINEAR));
        Rational[] x = new Rational[lengths[0]];
        Arrays.setAll(x, i -> Rational.of((long) i * i - 3, 1));
        Rational[] y = OnnxReader.read(file).evaluateExactly(x);
        for (int i = 0; i < y.length; i++) {
          Rational place = place(i, lengths[0], lengths[1], mode);
          assertEquals(linear(x, place), y[i], mode + Arrays.toString(lengths) + i);
        }
      }
    }
  }

  /** 10 times the float next to 0.7 is below 7, but the nearest float is 7. */
  @Test
  void aLengthThatDependsOnRoundingIsRefused() throws Exception {
    for (double factor : new double[] {0.7f, 0.7}) {
      byte[] file =
          Pictures.file(
              13,
              new long[] {1, 1, 10},
              Onnx.initializer(Onnx.doubles("s", Onnx.dims(3), 1, 1, factor)),
              Onnx.node("Resize", "x, , s", LINEAR));
      String message = Refusal.of(file);
      assertTrue(message.contains("one length or another; export the network with sizes"), message);
    }
  }

  /** The standard interpolates at the places 0, 4/5 and 8/5; ONNX Runtime returns its input. */
  @Test
  void aFactorThatKeepsTheLengthIsRefused() throws Exception {
    byte[] file =
        Pictures.file(
            13,
            new long[] {1, 1, 3},
            Pictures.floats("s", 1, 1, 1.25),
            Onnx.node("Resize", "x, , s", LINEAR));
    String message = Refusal.of(file);
    assertTrue(message.contains("keeps the length"), message);
  }

  @Test
  void interpolationIsThatOfOnnxRuntime() throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    double[] factors = {1, 2, 3, 0.5, 1.7, 0.6, 1.25, 2.3, 4};
    for (int i = 0; i < 200; i++) {
      long opset = random.nextInt(11, 23);
      String mode = COORDINATES[random.nextInt(opset < 19 ? 4 : 5)];
      mode = opset < 13 && random.nextInt(5) == 0 ? "tf_half_pixel_for_nn" : mode;
      double high = factors[random.nextInt(factors.length)];
      double wide = factors[random.nextInt(factors.length)];
      boolean hasSizes = random.nextBoolean();
      String roi = opset < 13 ? "none" : "";
      byte[] file =
          Pictures.file(
              opset,
              DIMS,
              Pictures.floats("s", 1, 1, high, wide),
              Onnx.initializer(Onnx.header("none", Onnx.FLOAT, 0)),
              Pictures.longs("n", 1, 2, random.nextInt(1, 12), random.nextInt(1, 12)),
              Onnx.node(
                  "Resize",
                  hasSizes ? "x," + roi + "," + roi + ",n" : "x," + roi + ",s",
                  coordinates(mode),
                  LINEAR));
      String what = "%d %s %s %s %s".formatted(opset, mode, high, wide, hasSizes);
      try {
        OnnxRuntime.assertAgrees(file, i, DIMS);
      } catch (AssertionError e) {
        throw new AssertionError(what, e);
      }
    }
  }

  private static Arguments wrong(long opset, String operator, String inputs, Object... more) {
    Proto[] attributes = Arrays.stream(more).filter(Proto.class::isInstance).toArray(Proto[]::new);
    List<String> fragments =
        Arrays.stream(more).filter(String.class::isInstance).map(String.class::cast).toList();
    byte[] file =
        Pictures.file(
            opset,
            DIMS,
            Pictures.floats("s", 1, 1, 2, 2),
            Pictures.floats("s3", 1, 2, 2),
            Pictures.floats("odd", 1, 1, 1.5, 1),
            Pictures.floats("third", 1, 1, 1, 1 / 3.0),
            Pictures.floats("tiny", 1, 1, 0.2, 1),
            Pictures.floats("zero", 1, 1, 0, 1),
            Pictures.floats("minus", 1, 1, -2, 1),
            Pictures.floats("huge", 1, 1, 1 << 28, 1 << 28),
            Pictures.longs("n", 1, 2, 8, 8),
            Pictures.longs("n6", 1, 2, 6, 8),
            Pictures.longs("n0", 1, 2, 0, 8),
            Pictures.longs("far", 1, 2, Long.MAX_VALUE - 3, 8),
            Onnx.initializer(Onnx.header("none", Onnx.FLOAT, 0)),
            Onnx.node(operator, inputs, attributes));
    return Arguments.of(file, fragments);
  }

  static Stream<Arguments> allWrong() {
    return Stream.of(
        wrong(13, "Upsample", "x, s", "no such operator from opset 10 on"),
        wrong(8, "Upsample", "x, s", "an attribute before opset 9"),
        wrong(9, "Upsample", "x", "an attribute before opset 9"),
        wrong(8, "Upsample", "x", "0 scales or sizes for 4 axes"),
        wrong(8, "Upsample", "x", Onnx.floatsAttribute("scales", 1, Float.NaN), "NaN"),
        wrong(9, "Upsample", "x, s", Pictures.text("mode", "cubic"), "'cubic'"),
        wrong(10, "Resize", "x, s, s", "two inputs before opset 11"),
        wrong(13, "Resize", "x, , tiny", LINEAR, "a factor of"),
        wrong(13, "Resize", "x, , huge", LINEAR, "too large"),
        wrong(13, "Resize", "x, , minus", LINEAR, "a factor of -2.0"),
        wrong(13, "Resize", "x, , , n0", LINEAR, "a factor of 0/4"),
        wrong(13, "Resize", "x, , , far", LINEAR, "a factor of"),
        wrong(13, "Resize", "x, , s", LINEAR, coordinates("tf_crop_and_resize"), "tf_crop"),
        wrong(13, "Resize", "x, , s", Pictures.text("mode", "cubic"), "'cubic'"),
        wrong(13, "Resize", "x", "either scales or sizes"),
        wrong(13, "Resize", "x, , none", "either scales or sizes"),
        wrong(13, "Resize", "x, , s, n", "either scales or sizes"),
        wrong(13, "Resize", "x, , s3", "3 scales or sizes for 4 axes"),
        wrong(
            13,
            "Resize",
            "x, , s",
            LINEAR,
            coordinates("tf_crop_and_resize"),
            "mode 'tf_crop_and_resize' is not supported; export it with one of half_pixel, "),
        wrong(13, "Resize", "x, , odd", "a factor of 6/4", "mode 'linear'"),
        wrong(13, "Resize", "x, , third", "a factor of 0.333"),
        wrong(13, "Resize", "x, , zero", "a factor of 0.0"),
        wrong(13, "Resize", "x, , minus", "a factor of -2.0"),
        wrong(13, "Resize", "x, , huge", "too large"),
        wrong(13, "Resize", "x, , n", "type int64"),
        wrong(13, "Resize", "x, , x", "constant"),
        wrong(13, "Resize", "x, , , s", "int64"),
        wrong(13, "Resize", "x, , , n6", "a factor of 6/4"),
        wrong(13, "Resize", "x, , , n0", "a factor of 0/4"),
        wrong(13, "Resize", "x, , , far", "a factor of"),
        wrong(13, "Resize", "x, , s", coordinates("tf_crop_and_resize"), "'tf_crop_and_resize'"),
        wrong(13, "Resize", "x, , s", coordinates("tf_half_pixel_for_nn"), "from opset 13 on"),
        wrong(
            13,
            "Resize",
            "x, , s",
            rounding("round"),
            "nearest_mode 'round' is not supported; export it with one of floor, "),
        wrong(13, "Resize", "x, , s", Onnx.intsAttribute("axes", 2), "from opset 18 on"),
        wrong(18, "Resize", "x, , s", Onnx.intsAttribute("axes", 2, 3), "4 scales or sizes for 2"),
        wrong(18, "Resize", "x, , s", Onnx.intsAttribute("axes", 0, 1, 2, 2), "there twice"),
        wrong(18, "Resize", "x, , s", Onnx.intsAttribute("axes", 0, 1, 2, 4), "axis 4"),
        wrong(18, "Resize", "x, , s", Onnx.intAttribute("antialias", 1), "antialias"),
        wrong(
            18,
            "Resize",
            "x, , , n",
            Pictures.text("keep_aspect_ratio_policy", "not_larger"),
            "keep_aspect_ratio_policy"));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, List<String> fragments) {
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
  }
}
