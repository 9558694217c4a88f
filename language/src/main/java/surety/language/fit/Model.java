package surety.language.fit;

import java.util.List;

/**
 * A distribution that was fitted to columns of samples.
 *
 * @param columns what it was fitted to
 * @param term how the language writes it
 * @param kind what it is and how it was found, in words
 * @param remarks more sentences about it
 */
public record Model(SampleColumns columns, String term, String kind, List<String> remarks) {
  /** Keeps a copy. */
  public Model {
    remarks = List.copyOf(remarks);
  }
}
