package surety.eclipse.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A repository with the one unit that p2 takes for the Java machine; each Eclipse has it in its
 * profile.
 */
final class JavaRepository {

  private JavaRepository() {}

  /** Writes the metadata of a Java 17 with the packages of this one. */
  static void write(Path folder) throws IOException {
    List<String> provided = new ArrayList<>();
    provided.add(capability("org.eclipse.equinox.p2.iu", "a.jre.javase", "17.0.0"));
    for (int version = 2; version <= 17; version++) {
      provided.add(capability("osgi.ee", "JavaSE", (version <= 8 ? "1." : "") + version));
    }
    provided.add(capability("osgi.ee", "JavaSE/compact1", "1.8"));
    provided.add(capability("osgi.ee", "OSGi/Minimum", "1.2"));
    packages().forEach(name -> provided.add(capability("java.package", name, "0.0.0")));
    String content =
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <?metadataRepository version='1.2.0'?>
        <repository name='Java' version='1.0.0'
            type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository'>
          <units size='1'>
            <unit id='a.jre.javase' version='17.0.0' singleton='false'>
              <provides size='%d'>
        %s      </provides>
              <touchpoint id='org.eclipse.equinox.p2.native' version='1.0.0'/>
            </unit>
          </units>
        </repository>
        """
            .formatted(provided.size(), String.join("", provided));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("content.xml"), content);
  }

  private static Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    for (Module module : ModuleLayer.boot().modules()) {
      module.getDescriptor().exports().stream()
          .filter(exported -> !exported.isQualified())
          .forEach(exported -> packages.add(exported.source()));
    }
    return packages;
  }

  private static String capability(String namespace, String name, String version) {
    return "        <provided namespace='%s' name='%s' version='%s'/>%n"
        .formatted(namespace, name, version);
  }
}
