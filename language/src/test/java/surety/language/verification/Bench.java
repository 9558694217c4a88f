package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import surety.language.Samples;
import surety.language.Specification;
import surety.language.SpecificationReader;

/**
 * A folder with specifications, and a model of them. Outputs c and d are 1 + a, and a is uniform on
 * [0, 1].
 */
public final class Bench implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final String RARE = "property rare: P(c > 1.75) < 0.5 under D;\n";
  public static final String OFTEN = "property often: P(c > 1.25) < 0.5 under D;\n";
  public static final String ASKED = "query asked: P(c > 1.5) = ? under D;\n";

  private final Path folder;
  private final VerificationModel model;
  private final BlockingQueue<VerificationSnapshot> told = new LinkedBlockingQueue<>();

  public Bench(Path folder, Search search) throws IOException {
    this(folder, search, () -> NOW);
  }

  Bench(Path folder, Search search, InstantSource clock) throws IOException {
    if (!Files.exists(folder.resolve("net.onnx"))) {
      new Samples(folder);
    }
    this.folder = folder;
    this.model = new VerificationModel(search, clock);
    model.addListener(told::add);
  }

  public VerificationModel model() {
    return model;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public Path file() {
    return file("s.sure");
  }

  Path certificate(String name) {
    return folder.resolve("certificates").resolve("s." + name + ".cert");
  }

  /** The names of all that lies in the folder of the certificates. */
  List<String> certificates() throws IOException {
    Path certificates = folder.resolve("certificates");
    if (!Files.isDirectory(certificates)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(certificates)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** The specification with these properties and queries behind the prelude. */
  public Specification read(String... claims) throws IOException {
    return read(file(), Samples.PRELUDE + String.join("", claims));
  }

  public Specification read(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return new SpecificationReader().read(file);
  }

  void update(String... claims) throws IOException {
    model.update(read(claims));
  }

  public void verify(String... names) {
    model.verify(file(), List.of(names));
  }

  public VerificationSnapshot snapshot() {
    return model.snapshot(file());
  }

  public Verification of(String name) {
    return snapshot().find(name).orElseThrow();
  }

  public VerificationState state(String name) {
    return of(name).state();
  }

  String message(String name) {
    return of(name).message().orElse("");
  }

  List<VerificationState> states() {
    return states(snapshot().verifications());
  }

  private static List<VerificationState> states(Collection<Verification> verifications) {
    return verifications.stream().map(Verification::state).toList();
  }

  /** Waits until a property or query is as wanted. */
  public Verification await(String name, Predicate<Verification> wanted)
      throws InterruptedException {
    return await(s -> s.find(name).filter(wanted).isPresent()).find(name).orElseThrow();
  }

  public Verification await(String name, VerificationState wanted) throws InterruptedException {
    return await(name, (Verification v) -> v.state() == wanted);
  }

  /** Waits until the specification is as wanted; a listener is told of every last change. */
  public VerificationSnapshot await(Predicate<VerificationSnapshot> wanted)
      throws InterruptedException {
    return await(file(), wanted);
  }

  /** The same of another specification. */
  public VerificationSnapshot await(Path file, Predicate<VerificationSnapshot> wanted)
      throws InterruptedException {
    VerificationSnapshot now = model.snapshot(file);
    while (!wanted.test(now)) {
      assertNotNull(
          told.poll(1, TimeUnit.MINUTES), () -> "nothing changes in " + model.snapshot(file));
      now = model.snapshot(file);
    }
    return now;
  }

  @Override
  public void close() {
    model.close();
  }
}
