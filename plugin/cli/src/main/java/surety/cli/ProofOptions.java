package surety.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.evidence.EvidenceException;
import surety.evidence.InputFiles;
import surety.evidence.ProvedSpecification;
import surety.evidence.SpecificationFile;
import surety.language.Specification;
import surety.language.storage.CertificateFolder;

/** Specifications whose certificates are replayed before anything is made of them. */
final class ProofOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "F.sure",
      arity = "1..*",
      description = "Specifications, and folders that are looked through for them.")
  private List<Path> files;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description = "Only this property or query; may be given several times.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where the certificates are; otherwise in 'certificates' beside each F.sure.")
  private Path folder;

  /**
   * What was replayed.
   *
   * @param inputs the networks and data that it was replayed with
   */
  record Replayed(List<ProvedSpecification> proved, InputFiles inputs) {
    /** All files that something is made from. */
    Collection<Path> files() {
      List<Path> files = new ArrayList<>(inputs.files().keySet());
      for (ProvedSpecification one : proved) {
        files.add(one.file().file());
        one.proofs().forEach(proof -> files.add(proof.certificate()));
      }
      return files;
    }
  }

  /**
   * Reads the specifications, and replays what is wanted of them.
   *
   * @throws Failure if anything is wrong with one, or a certificate is missing or not valid
   */
  Replayed replay(Context context) throws Failure {
    List<SpecificationFile> all = new ArrayList<>();
    for (Path file : chosen()) {
      all.add(specification(file, context));
    }
    requireDistinctCertificates(all);
    requireNames(all);
    InputFiles inputs = new InputFiles();
    List<ProvedSpecification> proved = new ArrayList<>();
    List<Path> untouched = new ArrayList<>();
    try (ProgressLine progress = new ProgressLine(context.terminal(), "replaying")) {
      for (SpecificationFile file : all) {
        ProvedSpecification one =
            ProvedSpecification.replay(
                file,
                certificates(file.file(), folder),
                this::isWanted,
                name -> progress.reached(name + " of " + file.file()),
                inputs);
        if (one.proofs().isEmpty()) {
          untouched.add(file.file());
        } else {
          proved.add(one);
        }
      }
    } catch (EvidenceException e) {
      throw Failure.of(e);
    }
    untouched.forEach(
        file -> context.say(file + " has no property of these names; nothing of it is taken"));
    return new Replayed(proved, inputs);
  }

  private List<Path> chosen() throws Failure {
    Optional<Path> report = files.stream().filter(f -> f.toString().endsWith(".json")).findFirst();
    if (report.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          report.get()
              + " is a report, which anybody can write; name the specification: its certificates are"
              + " replayed");
    }
    return SpecificationFiles.of(files);
  }

  /**
   * A specification without errors, with its bytes.
   *
   * @throws Failure if it has errors, or asks nothing
   */
  static SpecificationFile specification(Path file, Context context) throws Failure {
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    if (specification.obligations().isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " has no property and no query; there is nothing to replay");
    }
    try {
      return SpecificationFile.of(specification);
    } catch (EvidenceException e) {
      throw Failure.of(e);
    }
  }

  /**
   * Where the certificates of a specification are.
   *
   * @param folder null for the one beside it
   */
  static CertificateFolder certificates(Path file, Path folder) {
    return folder == null ? CertificateFolder.beside(file) : CertificateFolder.of(file, folder);
  }

  private boolean isWanted(String name) {
    return names.isEmpty() || names.contains(name);
  }

  private void requireNames(List<SpecificationFile> all) {
    for (String name : names) {
      boolean isKnown =
          all.stream()
              .flatMap(file -> file.specification().obligations().stream())
              .anyMatch(obligation -> obligation.name().equals(name));
      if (!isKnown) {
        throw new ParameterException(
            spec.commandLine(),
            all.size() == 1
                ? all.get(0).file()
                    + " has no property '"
                    + name
                    + "'; it has "
                    + Names.of(all.get(0).specification().obligations())
                : "none of the " + all.size() + " specifications has a property '" + name + "'");
      }
    }
  }

  private void requireDistinctCertificates(List<SpecificationFile> all) {
    Optional.ofNullable(folder)
        .flatMap(one -> SharedFolder.clash(all.stream().map(SpecificationFile::file).toList(), one))
        .ifPresent(
            clash -> {
              throw new ParameterException(spec.commandLine(), clash + "; take them one by one");
            });
  }
}
