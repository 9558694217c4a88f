package surety.language.vnnlib;

/**
 * An element of the network's input or output.
 *
 * @param number from 0, in the network's order
 */
record Variable(boolean isInput, int number) {}
