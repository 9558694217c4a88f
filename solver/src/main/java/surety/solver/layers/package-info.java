/**
 * Networks as sequences of layers, which is what the search and Z3 work with. {@link
 * surety.solver.layers.Layers} makes one of the kernel's graph of gates: the same function over the
 * reals, weight for weight.
 *
 * <p>The way of a network: {@code SimpleGates} (each gate does one thing), {@code ChainMerger} with
 * {@code LayerMerger} (fewer gates, the same function), {@code Flattener} (branches side by side in
 * one sequence of layers).
 */
package surety.solver.layers;
