package surety.examples;

import java.util.List;
import surety.certificates.network.Network;

/**
 * A data set that stands in for a known one, with a classifier. Both have the layout of those with
 * which Krapf, Hagn, Miethaner, Schiller, Luttner and Heinrich ("Piecewise linear transformation",
 * AAAI 2024) propagate missing features, and none of their numbers: data are made up, and 60 % of
 * them train the network.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists cannot be changed
enum StandIn {
  IRIS("Iris", List.of(50, 50, 50), List.of(4, 5, 5, 3)),
  WINE("Wine", List.of(59, 71, 48), List.of(13, 10, 8, 3));

  private static final long SEED = 1;
  private static final int PERCENT = 60;

  /** Of the classes' means, such that a few observations are hard to recognise. */
  private static final double DISTANCE = 0.4;

  private final String title;
  private final List<Integer> sizes;
  private final List<Integer> widths;

  /**
   * A stand-in.
   *
   * @param title of the known data set
   * @param sizes of the classes
   * @param widths of the network's layers, the inputs first
   */
  StandIn(String title, List<Integer> sizes, List<Integer> widths) {
    this.title = title;
    this.sizes = sizes;
    this.widths = widths;
  }

  String title() {
    return title;
  }

  private LabelledData data() {
    return LabelledData.madeUp(sizes, widths.get(0), DISTANCE, SEED);
  }

  private int trained() {
    return sizes.stream().mapToInt(Integer::intValue).sum() * PERCENT / 100;
  }

  LabelledData training() {
    return data().part(0, trained());
  }

  /** What the network has not seen. */
  LabelledData test() {
    LabelledData data = data();
    return data.part(trained(), data.count());
  }

  /** The trained network, whose outputs are scores of the classes. */
  Network network() {
    return ClassifierTraining.train(training(), widths, SEED);
  }
}
