package surety.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Sha256;
import surety.certificates.stop.Stop;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.storage.FileReasons;
import surety.language.verification.Networks;
import surety.language.verification.OtherNetworkException;
import surety.language.verification.UnusableNetworkException;

/**
 * The networks of properties and queries, the files beside them with weights, and CSV files, each
 * read once: what is replayed, digested and packed are the same bytes.
 */
public final class InputFiles {
  private final Networks networks = new Networks(Stop.NEVER);
  private final Map<DataFile, NetworkContent> contents = new HashMap<>();
  private final SortedMap<Path, byte[]> files = new TreeMap<>();

  /** The networks of a statement, in its order; the other files it was made from are read, too. */
  public List<NetworkContent> read(Obligation obligation) throws EvidenceException {
    List<NetworkContent> all = new ArrayList<>();
    for (DataFile made : obligation.networks()) {
      all.add(network(made));
    }
    Set<DataFile> data = new LinkedHashSet<>(obligation.histograms());
    for (DataFile made : data) {
      require(made);
    }
    return all;
  }

  private NetworkContent network(DataFile made) throws EvidenceException {
    NetworkContent known = contents.get(made);
    if (known != null) {
      return known;
    }
    try {
      NetworkContent content = networks.content(made);
      contents.put(made, content);
      files.put(made.file(), content.file());
      content.data().forEach((name, bytes) -> files.put(made.file().resolveSibling(name), bytes));
      return content;
    } catch (OtherNetworkException e) {
      throw Changed.during(made.file());
    } catch (UnusableNetworkException e) {
      throw new EvidenceException(EvidenceException.Cause.BAD_INPUT, e.getMessage(), e);
    }
  }

  private void require(DataFile made) throws EvidenceException {
    byte[] bytes = files.get(made.file());
    if (bytes == null) {
      try {
        bytes = Files.readAllBytes(made.file());
      } catch (IOException e) {
        throw new EvidenceException(
            EvidenceException.Cause.BAD_INPUT, made.file() + ": " + FileReasons.of(e), e);
      }
      files.put(made.file(), bytes);
    }
    if (!Sha256.of(bytes).equals(made.digest())) {
      throw Changed.during(made.file());
    }
  }

  /** All that were read, with their bytes, which are not to be changed. */
  public SortedMap<Path, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }
}
