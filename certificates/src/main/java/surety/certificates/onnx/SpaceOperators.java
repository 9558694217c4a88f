package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

/** The rules of DepthToSpace and SpaceToDepth: squares of a picture for channels. */
final class SpaceOperators {

  private static final long HAS_A_MODE = 11;

  private SpaceOperators() {}

  /** Channels, block by block or (CRD) side by side, become squares of the picture. */
  static Value depthToSpace(Call call) throws NetworkFormatException {
    String mode = call.textAttribute("mode", "DCR");
    boolean isBehind = mode.equals("CRD");
    if (!isBehind && !mode.equals("DCR")) {
      throw call.error("the mode %s is neither 'DCR' nor 'CRD'", quote(mode));
    }
    if (call.context().opset() < HAS_A_MODE && call.node().attributes().containsKey("mode")) {
      throw call.error("mode is an attribute from opset %d on", HAS_A_MODE);
    }
    Value.Tensor input = picture(call);
    Shape shape = input.shape();
    long block = block(call);
    long rest = shape.dim(1) / (block * block);
    if (rest < 1 || shape.dim(1) % (block * block) != 0) {
      throw call.error("%d channels are no multiple of a square of side %d", shape.dim(1), block);
    }
    int side = (int) block;
    int channels = (int) rest;
    Shape split =
        isBehind
            ? Shape.SCALAR.then(shape.dim(0), channels, side, side, shape.dim(2), shape.dim(3))
            : Shape.SCALAR.then(shape.dim(0), side, side, channels, shape.dim(2), shape.dim(3));
    int[] order = isBehind ? new int[] {0, 1, 4, 2, 5, 3} : new int[] {0, 3, 4, 1, 5, 2};
    return call.moved(input.reshaped(split), IndexMap.of(split).permuted(order))
        .reshaped(
            Shape.SCALAR.then(shape.dim(0), channels, shape.dim(2) * side, shape.dim(3) * side));
  }

  /** Squares of the picture become channels, block by block. */
  static Value spaceToDepth(Call call) throws NetworkFormatException {
    Value.Tensor input = picture(call);
    Shape shape = input.shape();
    long block = block(call);
    if (shape.dim(2) % block != 0 || shape.dim(3) % block != 0) {
      throw call.error(
          "a picture of %d by %d is not made of squares of side %d",
          shape.dim(2), shape.dim(3), block);
    }
    int side = (int) block;
    int height = shape.dim(2) / side;
    int width = shape.dim(3) / side;
    Shape split = Shape.SCALAR.then(shape.dim(0), shape.dim(1), height, side, width, side);
    return call.moved(input.reshaped(split), IndexMap.of(split).permuted(0, 3, 5, 1, 2, 4))
        .reshaped(Shape.SCALAR.then(shape.dim(0), shape.dim(1) * side * side, height, width));
  }

  private static Value.Tensor picture(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    if (input.shape().rank() != 4) {
      throw call.error(
          "it needs a batch, channels, a height and a width, but has the shape %s", input.shape());
    }
    return input;
  }

  private static long block(Call call) throws NetworkFormatException {
    long block = call.intAttribute("blocksize", 0);
    if (block < 1 || block > Short.MAX_VALUE) {
      throw call.error("blocksize is %d; it must be a small positive number", block);
    }
    return block;
  }
}
