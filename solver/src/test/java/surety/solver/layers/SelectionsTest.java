package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Selection;
import surety.certificates.network.SparseMatrix;
import surety.certificates.network.WindowAxis;

class SelectionsTest {

  private static final double[] X = {5, 7};

  @Test
  void copyMultiplyAndShift() {
    AffineLayer biased = AffineLayer.of(new double[][] {{9}, {9}}, new double[] {3, 4});
    assertArrayEquals(new double[] {7, 5, 7}, Selections.of(2, new int[] {1, 0, 1}).evaluate(X));
    assertArrayEquals(X, Selections.identity(2).evaluate(X));
    assertArrayEquals(new double[] {-15, -21}, Selections.multiple(2, -3).evaluate(X));
    assertArrayEquals(new double[] {8, 11}, Selections.shift(biased).evaluate(X));
  }

  @Test
  void signsAreSeen() {
    assertEquals(1, Selections.sign(Selections.identity(3)));
    assertEquals(-1, Selections.sign(Selections.multiple(3, -1)));
    assertEquals(-1, Selections.sign(Selections.multiple(1, -1).withBiases(new double[] {2})));
    assertEquals(0, Selections.sign(Selections.multiple(3, 2)));
    assertEquals(0, Selections.sign(Selections.of(2, new int[] {1, 0})));
    assertEquals(0, Selections.sign(Selections.of(2, new int[] {0})));
    assertEquals(0, Selections.sign(AffineLayer.diagonal(new double[] {1, -1}, new double[2])));
    assertEquals(0, Selections.sign(AffineLayer.of(new double[][] {{1}}, new double[1])), "dense");
  }

  @Test
  void theNegativeIsOfTheSameForm() {
    AffineLayer selection =
        AffineLayer.selection(2, new int[] {1}, new double[] {3}, new double[] {4});
    AffineLayer dense = AffineLayer.of(new double[][] {{1, 2}, {0, 4}}, new double[] {5, 6});
    assertTrue(Selections.negative(selection).operator() instanceof Selection);
    assertArrayEquals(new double[] {-25}, Selections.negative(selection).evaluate(X));
    assertArrayEquals(new double[] {-24, -34}, Selections.negative(dense).evaluate(X));
  }

  @Test
  void theNegativeOfAConvolutionIsNotWrittenOut() {
    WindowAxis axis = WindowAxis.moving(3, 2, 2, 1, 1, 0);
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(axis), new double[] {2, 0.5});
    AffineLayer negative = Selections.negative(new AffineLayer(operator, new double[] {1, -2}));
    assertInstanceOf(SparseMatrix.class, negative.operator());
    assertEquals(
        AffineLayer.of(new double[][] {{-2, -0.5, 0}, {0, -2, -0.5}}, new double[] {-1, 2}),
        negative);
  }
}
