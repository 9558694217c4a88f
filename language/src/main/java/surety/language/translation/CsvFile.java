package surety.language.translation;

import java.util.List;
import java.util.Optional;
import surety.certificates.replay.Sha256;

/** What a CSV file says, read as what is asked of it when it is first asked. */
public final class CsvFile {
  private final String text;
  private final String digest;
  private Optional<Outcome<HistogramFile>> histogram = Optional.empty();
  private Optional<Outcome<SampleTable>> samples = Optional.empty();

  CsvFile(byte[] bytes, String text) {
    this.text = text;
    this.digest = Sha256.of(bytes);
  }

  /** What was read, or the message why nothing was. */
  private record Outcome<T>(Optional<T> content, String refusal) {
    static <T> Outcome<T> of(Parser<T> parser) {
      try {
        return new Outcome<>(Optional.of(parser.parse()), "");
      } catch (CsvException e) {
        return new Outcome<>(Optional.empty(), e.getMessage());
      }
    }

    T orThrow() throws CsvException {
      return content.orElseThrow(() -> new CsvException(refusal));
    }
  }

  private interface Parser<T> {
    T parse() throws CsvException;
  }

  /** SHA-256 of its bytes. */
  public String digest() {
    return digest;
  }

  /** As a histogram; the name is for the messages. */
  synchronized HistogramFile histogram(String name) throws CsvException {
    if (histogram.isEmpty()) {
      histogram = Optional.of(Outcome.of(() -> HistogramFile.parse(name, text)));
    }
    return histogram.get().orThrow();
  }

  /** As samples; the name is for the messages. */
  synchronized SampleTable samples(String name) throws CsvException {
    if (samples.isEmpty()) {
      samples = Optional.of(Outcome.of(() -> SampleTable.parse(name, text)));
    }
    return samples.get().orThrow();
  }

  /** The columns of the samples; the name is for the messages. */
  public SampleTable.Columns columns(String name) throws CsvException {
    return SampleTable.columns(name, text);
  }

  /** Samples from some columns; what stands in the others does not matter. */
  public SampleTable samples(String name, List<Integer> columns) throws CsvException {
    return SampleTable.parse(name, text, columns);
  }
}
