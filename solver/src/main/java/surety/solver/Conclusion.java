package surety.solver;

import java.util.Optional;
import surety.solver.search.Forest;

/**
 * How the search for bounds ended.
 *
 * @param search that found them; empty if there was none to begin with, or no time for it
 */
record Conclusion(Bounds bounds, StopReason reason, Optional<Forest> search) {}
