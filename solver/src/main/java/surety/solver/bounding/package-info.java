/**
 * ReLU bounding networks: for a network of non-decreasing activations over a box, an upper and a
 * lower network of affine and ReLU layers only, whose numbers are floats and which bound it over
 * the reals. The construction is that of Kofnov, Kapla, Bartocci and Bura, "Exact Upper and Lower
 * Bounds for the Output Distribution of Neural Networks with Random Inputs", section 3.2, Theorems
 * 10 to 13, and for squares, products, maxima and the softmax its appendix B.
 *
 * <p>From the outside in: {@link surety.solver.bounding.BoundingNetworks} walks through the layers,
 * {@link surety.solver.bounding.FunctionBounds} bounds one neuron's function by two piecewise
 * linear ones, {@link surety.solver.bounding.UpperPolyline} does the mathematics of that on a grid
 * of integers, and {@link surety.solver.bounding.HingeSum} is a piecewise linear function as a sum
 * of ReLUs.
 */
package surety.solver.bounding;
