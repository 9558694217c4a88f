package surety.cli;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/** One bounded interval for each input of a network. */
record Box(List<Interval> sides) {
  Box {
    sides = List.copyOf(sides);
  }
}
