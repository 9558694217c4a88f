/**
 * ReLU bounding networks: for a network over a box, an upper and a lower network of affine and ReLU
 * layers only, whose numbers are floats and which bound it over the reals. The construction is that
 * of Kofnov, Kapla, Bartocci and Bura, "Exact Upper and Lower Bounds for the Output Distribution of
 * Neural Networks with Random Inputs" (the paper), section 3.2 and Theorem 3.11, and for squares,
 * products, maxima and the softmax its appendix B. What its sketches of proofs leave open is in
 * chapter 4 of Kofnov's "Distribution Recovery in Probabilistic Loops", TU Wien 2025 (the thesis),
 * where the theorems have the numbers 9 to 14.
 *
 * <p>From the outside in: {@link surety.solver.bounding.BoundingNetworks} walks through the layers,
 * {@link surety.solver.bounding.MonotoneParts} splits an activation into a part that rises and one
 * that falls, {@link surety.solver.bounding.FunctionBounds} bounds such a part by two piecewise
 * linear functions, {@link surety.solver.bounding.UpperPolyline} does the mathematics of that on a
 * grid of integers, and {@link surety.solver.bounding.HingeSum} is a piecewise linear function as a
 * sum of ReLUs.
 */
package surety.solver.bounding;
