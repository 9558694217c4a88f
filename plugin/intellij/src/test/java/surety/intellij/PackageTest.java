package surety.intellij;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package as it is unpacked into somebody's home folder. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PackageTest {
  private static final Path ZIP = Path.of("target", "surety-intellij.zip");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir static Path home;

  @BeforeAll
  static void unpack() throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ZIP))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertTrue(names.add(entry.getName()), () -> "twice in the package: " + names);
        Path file = home.resolve(entry.getName()).normalize();
        assertTrue(file.startsWith(home.resolve("surety-intellij")), entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static Path unpacked(String name) {
    return home.resolve("surety-intellij").resolve(name);
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(unpacked(name).toFile());
  }

  /** The names that the importer of templates looks for; others it would pass over silently. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "template.json",
        "settings.json",
        "settings.schema.json",
        "initializationOptions.json"
      })
  void eachPartOfTheTemplateIsAnObject(String name) throws IOException {
    assertTrue(json("template/" + name).isObject());
  }

  @Test
  void theTemplateHasNoOtherFilesThanTheImporterKnows() throws IOException {
    try (var files = Files.list(unpacked("template"))) {
      assertEquals(
          Set.of(
              "template.json",
              "settings.json",
              "settings.schema.json",
              "initializationOptions.json",
              "README.md"),
          Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  @Test
  void theTemplateMapsSpecifications() throws IOException {
    JsonNode template = json("template/template.json");
    assertFalse(template.path("id").asText().isBlank());
    assertFalse(template.path("name").asText().isBlank());
    JsonNode mapping = template.path("fileTypeMappings").path(0);
    assertEquals("[\"*.sure\"]", mapping.path("fileType").path("patterns").toString());
    assertEquals("sure", mapping.path("languageId").asText());
  }

  @Test
  void theCommandStartsTheServer() throws IOException, InterruptedException {
    Process server = new ProcessBuilder(command()).redirectErrorStream(false).start();
    try {
      String body =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
              + "\"params\":{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}}";
      OutputStream out = server.getOutputStream();
      out.write(("Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(UTF_8));
      out.flush();
      String answer = answer(server.getInputStream());
      assertTrue(answer.contains("\"serverInfo\":{\"name\":\"surety\""), answer);
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /** The template's, with the macro as IntelliJ expands it, and the Java that runs this test. */
  private static List<String> command() throws IOException {
    String line = json("template/template.json").path("programArgs").path("default").asText();
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.replace("$USER_HOME$", home.toString()));
    }
    assertEquals("java", words.get(0));
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return words;
  }

  private static String answer(InputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    while (!header.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      assertTrue(next >= 0, () -> "the server ended after '" + header + "'");
      header.append((char) next);
    }
    Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(header);
    assertTrue(length.find(), header::toString);
    return new String(in.readNBytes(Integer.parseInt(length.group(1))), UTF_8);
  }

  @Test
  void theReadmeShowsTheSameCommand() throws IOException {
    String line = json("template/template.json").path("programArgs").path("default").asText();
    assertTrue(Files.readString(unpacked("README.md")).contains("\n" + line + "\n"));
  }

  @Test
  void allThatTheServerNeedsIsBesideIt() throws IOException {
    try (JarInputStream jar =
        new JarInputStream(Files.newInputStream(unpacked("server/surety.jar")))) {
      Manifest manifest = jar.getManifest();
      for (String entry : manifest.getMainAttributes().getValue("Class-Path").split(" ", -1)) {
        assertTrue(Files.isRegularFile(unpacked("server").resolve(entry)), entry);
      }
    }
  }

  @Test
  void theBundleContainsWhatItNames() throws IOException {
    JsonNode contributes = json("textmate/package.json").path("contributes");
    JsonNode language = contributes.path("languages").path(0);
    assertEquals("[\".sure\"]", language.path("extensions").toString());
    assertTrue(json("textmate/" + language.path("configuration").asText()).has("brackets"));
    JsonNode declared = contributes.path("grammars").path(0);
    JsonNode grammar = json("textmate/" + declared.path("path").asText());
    assertEquals(language.path("id"), declared.path("language"));
    assertEquals(declared.path("scopeName"), grammar.path("scopeName"));
    assertTrue(grammar.path("patterns").size() > 0);
    JsonNode snippets =
        json("textmate/" + contributes.path("snippets").path(0).path("path").asText());
    assertTrue(snippets.size() > 0);
  }

  /** Each pattern of the grammar that is included is there; a missing one would be silence. */
  @Test
  void theGrammarIncludesOnlyWhatItHas() throws IOException {
    JsonNode grammar = json("textmate/syntaxes/sure.tmLanguage.json");
    for (JsonNode include : grammar.findValues("include")) {
      assertTrue(grammar.path("repository").has(include.asText().substring(1)), include.asText());
    }
  }

  @Test
  void theSettingsAreThoseOfTheOtherEditors() throws IOException {
    JsonNode schema = json("template/settings.schema.json").path("properties").path("surety");
    Set<String> names = new HashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    JsonNode vscode =
        JSON.readTree(Path.of("..", "vscode", "package.json").toFile())
            .path("contributes")
            .path("configuration")
            .path("properties");
    Set<String> others = new HashSet<>();
    vscode.fieldNames().forEachRemaining(name -> others.add(name.replace("surety.", "")));
    // Which Java runs the server is in its command here, and there is no list to be grouped.
    others.removeAll(Set.of("java", "groupBy"));
    assertEquals(others, names);
  }
}
