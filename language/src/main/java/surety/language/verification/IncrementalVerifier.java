package surety.language.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.language.Obligation;
import surety.language.WantedGap;
import surety.language.display.SearchEnd;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.solver.StopReason;
import surety.solver.witness.Finding;
import surety.solver.witness.WitnessLimits;
import surety.solver.witness.WitnessSearch;

/**
 * Verifies one property or query after the other, and searches only where no certificate of an
 * earlier run settles what is asked now.
 *
 * <p>Whether something is unchanged is decided by digests alone: a certificate is good for a
 * statement if it has exactly its canonical text, in which the digests of the networks and all
 * other data are, and if the kernel replays it. Dates, names and what a certificate claims of
 * itself count for nothing.
 *
 * <p>Bounds never get worse by a search: one that ends with wider ones than were replayed leaves
 * the certificate where it is, and its bounds stand.
 *
 * <p>A replay is not within the time limit, which is that of a search: it costs a fraction of the
 * search that found its certificate, and is bounded by the size of that.
 */
public final class IncrementalVerifier {
  /** Below, what threads cost is more than what they save; in bytes. */
  private static final long SMALL = 1 << 15;

  /** What is copied goes through memory; in bytes. */
  private static final long MOST_COPIED = 1 << 28;

  private static final String KEPT =
      "searched again, for the bounds of its certificate are farther apart than is wanted; nothing"
          + " closer was found, so that certificate and bounds stay";

  /**
   * How one ended.
   *
   * @param notes why there was a search although there was a certificate, and what became of that;
   *     each a sentence
   */
  public record Verified(Ending ending, List<String> notes) {
    /** Keeps a copy. */
    public Verified {
      notes = List.copyOf(notes);
    }
  }

  private final Verifier verifier;
  private final CertificateFolder folder;
  private Optional<CertificateIndex> index = Optional.empty();

  /**
   * For one specification.
   *
   * @param folder where its certificates are, and go
   */
  public IncrementalVerifier(Verifier verifier, CertificateFolder folder) {
    this.verifier = verifier;
    this.folder = folder;
  }

  /**
   * What a small certificate of the property's own settles without a search; nothing if there is
   * none, or it does not do. May be called by several threads at once, each with networks of its
   * own, as long as nothing is searched.
   */
  public Optional<Ending.Established> unchanged(
      Obligation obligation, Budget budget, Networks networks, Caller caller) {
    Optional<Path> own = folder.file(obligation.name());
    if (own.isEmpty() || !index().find(obligation).equals(own) || size(own.get()) > SMALL) {
      return Optional.empty();
    }
    Ending ending = verifier.replay(obligation, own.get(), 1, networks, caller);
    return ending instanceof Ending.Established known
            && isEnough(known.evidence(), budget.wantedGap())
        ? Optional.of(withWitness(obligation, known, networks))
        : Optional.empty();
  }

  /** Replays what there is, and searches if that does not do. */
  public Verified verify(Obligation obligation, Budget budget, Networks networks, Caller caller) {
    CertificateIndex certificates = index();
    Optional<Path> found = certificates.find(obligation).filter(f -> isUsable(obligation, f));
    if (found.isEmpty()) {
      Ending ending = verifier.search(obligation, budget, networks, folder, caller);
      return new Verified(ending, searched(certificates.mismatch(obligation)));
    }
    int threads = size(found.get()) < SMALL ? 1 : budget.options().threads();
    Ending ending = verifier.replay(obligation, found.get(), threads, networks, caller);
    if (ending instanceof Ending.Established known) {
      return isEnough(known.evidence(), budget.wantedGap())
          ? new Verified(withWitness(obligation, adopted(obligation, known), networks), List.of())
          : closer(obligation, known.evidence(), budget, networks, caller);
    }
    if (ending instanceof Ending.Stopped || isFault(ending)) {
      return new Verified(ending, List.of());
    }
    return new Verified(
        verifier.search(obligation, budget, networks, folder, caller), searched(reason(ending)));
  }

  /** One of another name has to be copied. */
  private boolean isUsable(Obligation obligation, Path certificate) {
    return folder.file(obligation.name()).equals(Optional.of(certificate))
        || size(certificate) <= MOST_COPIED;
  }

  /**
   * Whether a search would end with such bounds: a property has its verdict, or they are as close
   * as is wanted.
   */
  private static boolean isEnough(Evidence evidence, WantedGap wanted) {
    return isDecided(evidence) || evidence.gap().finite().map(wanted::isReachedBy).orElse(false);
  }

  private static boolean isDecided(Evidence evidence) {
    return evidence.verdict().filter(verdict -> verdict != Verdict.UNDECIDED).isPresent();
  }

  private static boolean isCloser(Evidence found, Evidence known) {
    return isDecided(found) || found.gap().compareTo(known.gap()) < 0;
  }

  /** A search for closer bounds than are known; if it finds none, those stay. */
  private Verified closer(
      Obligation obligation, Evidence known, Budget budget, Networks networks, Caller caller) {
    Ending ending =
        verifier.search(
            obligation, budget, networks, folder, caller, found -> isCloser(found, known));
    Optional<Evidence> kept = Optional.empty();
    if (ending instanceof Ending.Established established) {
      kept =
          Optional.of(established.evidence())
              .filter(found -> !isCloser(found, known))
              .map(known::keptAfter);
    } else if (ending instanceof Ending.TimeUp) {
      kept = Optional.of(known.keptAfter(new SearchEnd(StopReason.TIMEOUT, budget.wantedGap())));
    } else if (ending instanceof Ending.Stopped) {
      kept = Optional.of(known.keptAfter(new SearchEnd(StopReason.CANCELLED, budget.wantedGap())));
    }
    return kept.map(
            evidence ->
                new Verified(
                    adopted(obligation, new Ending.Established(evidence, Optional.empty())),
                    List.of(KEPT)))
        .orElseGet(() -> new Verified(ending, List.of()));
  }

  /** With the certificate under the property's own name: the other may soon be replaced. */
  private Ending.Established adopted(Obligation obligation, Ending.Established established) {
    Path there = established.evidence().certificate().orElseThrow();
    if (folder.file(obligation.name()).equals(Optional.of(there))) {
      return established;
    }
    try {
      return Verifier.written(
          obligation.name(), established.evidence(), Files.readAllBytes(there), folder);
    } catch (IOException e) {
      return new Ending.Established(
          established.evidence().with(Optional.empty()),
          Optional.of("the certificate could not be copied: " + FileReasons.of(e)));
    }
  }

  /** A certificate has no witness in it, and who sees a violation wants one. */
  private static Ending.Established withWitness(
      Obligation obligation, Ending.Established established, Networks networks) {
    Evidence evidence = established.evidence();
    Statement statement = evidence.statement();
    boolean hasEvent =
        statement.claim() instanceof QuantityClaim claim && claim.event().isPresent();
    if (!hasEvent
        || !statement.semantics().isReal()
        || !evidence.verdict().equals(Optional.of(Verdict.VIOLATED))) {
      return established;
    }
    try {
      Finding finding =
          WitnessSearch.find(statement, networks.of(obligation), WitnessLimits.defaults());
      return finding instanceof Finding.Found found
          ? new Ending.Established(evidence.with(found.witness()), established.note())
          : established;
    } catch (UnusableNetworkException | StoppedException e) {
      return established; // the bounds stand without one
    }
  }

  private static boolean isFault(Ending ending) {
    return ending instanceof Ending.Fault fault && !fault.isOfMemory();
  }

  private static Optional<String> reason(Ending ending) {
    if (ending instanceof Ending.Failed failed) {
      return Optional.of(failed.reason().replace(Verifier.AGAIN, "")); // it was done
    }
    return ending instanceof Ending.Fault
        ? Optional.of("there was too little memory to replay its certificate")
        : Optional.empty(); // the search will say the same of a network that was changed
  }

  private static List<String> searched(Optional<String> why) {
    return why.map(reason -> "searched anew: " + reason).stream().toList();
  }

  private synchronized CertificateIndex index() {
    if (index.isEmpty()) {
      index = Optional.of(CertificateIndex.of(folder));
    }
    return index.get();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // whoever reads it next says what is wrong
    }
  }
}
