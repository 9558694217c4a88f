package surety.examples;

import java.util.List;

/**
 * Random inputs with what all networks make of them.
 *
 * @param outputs one array for each network
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Draw(double[] inputs, List<double[]> outputs) {}
