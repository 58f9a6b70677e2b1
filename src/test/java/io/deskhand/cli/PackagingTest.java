package io.deskhand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.deskhand.protocol.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** What is in {@code packaging/server} names things that are there, and options that are known. */
class PackagingTest {
  private static final Path SERVER = Path.of("packaging", "server");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final Pattern SETTING = Pattern.compile("\\bDESKHAND_([A-Z_]+)=(\\S+)");
  private static final String UNIT = read("deskhand.service");
  private static final String DOCKERFILE = read("Dockerfile").replace(" \\\n", " ");
  private static final String PROXY = read("haproxy.cfg");
  private static final Map<String, Map<String, ?>> SERVICES = services();

  @Test
  void everySettingIsAnOptionOfTheServer() {
    String all = UNIT + DOCKERFILE + read("server.env").replace("#DESKHAND", "DESKHAND");
    assertThat(settings(all).keySet()).isNotEmpty().isSubsetOf(variables());
    assertThat(environment("node1").keySet()).isNotEmpty().isSubsetOf(variables());
  }

  @Test
  void theUnitRunsTheServer() throws Exception {
    List<String> words = List.of(line(UNIT, "ExecStart=").split(" "));
    assertThat(words.getFirst()).isEqualTo("/opt/deskhand/runtime/bin/java");
    assertStarts(words, settings(UNIT));
    assertThat(line(UNIT, "EnvironmentFile=-")).endsWith("/server.env");
    assertThat("/var/lib/" + line(UNIT, "StateDirectory="))
        .isEqualTo(settings(UNIT).get("DESKHAND_DATA"));
  }

  /** For one that is missing the JVM makes every provider that it finds on the class path. */
  @Test
  void theRunTimeImageHasAllOfTheJvmsProvidersOfCryptography() throws IOException {
    String image = Files.readString(Path.of("packaging", "common", "jlink.args"));
    assertThat(Security.getProviders())
        .extracting(provider -> provider.getClass().getModule())
        .filteredOn(Module::isNamed)
        .extracting(Module::getName)
        .hasSizeGreaterThan(8)
        .isSubsetOf(line(image, "--add-modules ").split(","));
  }

  @Test
  void systemdFindsNoFaultWithTheUnit(@TempDir Path folder) throws Exception {
    assumeThat(ANALYZE).isExecutable();
    Path copy = folder.resolve("deskhand.service");
    Files.writeString(copy, UNIT.replace("/opt/deskhand/runtime/bin/java", "/bin/true"));
    assertThat(run(List.of(ANALYZE.toString(), "verify", copy.toString()))).isEmpty();
  }

  @Test
  void theImageHasWhatTheBuildLeavesAndRunsTheServer() throws Exception {
    for (MatchResult copied : matches("(?m)^COPY ([^-\\s]\\S*) \\S+$", DOCKERFILE)) {
      assertThat(Path.of(copied.group(1))).exists();
    }
    String pom = Files.readString(Path.of("pom.xml"));
    String image = Files.readString(Path.of("packaging", "common", "jlink.args"));
    assertThat(DOCKERFILE).contains("jlink @packaging/common/jlink.args");
    assertThat(matches("COPY --from=build /src/(\\S+) ", DOCKERFILE))
        .extracting(made -> made.group(1))
        .containsExactly(line(image, "--output "), "target/deskhand.jar", "target/lib");
    assertThat(pom).contains("<finalName>deskhand</finalName>");
    List<String> words = new ArrayList<>(list(line(DOCKERFILE, "ENTRYPOINT ")));
    words.addAll(list(line(DOCKERFILE, "CMD ")));
    assertStarts(words, settings(DOCKERFILE));
    assertThat(line(DOCKERFILE, "VOLUME ")).isEqualTo(settings(DOCKERFILE).get("DESKHAND_DATA"));
    assertThat(line(DOCKERFILE, "EXPOSE ")).isEqualTo(port());
  }

  @Test
  void twoNodesShareDatabaseAndFiles() throws Exception {
    Map<String, String> settings = environment("node1");
    assertThat(environment("node2")).isEqualTo(settings);
    Map<String, String> all = new HashMap<>(settings(DOCKERFILE));
    all.putAll(settings);
    assertStarts(list(line(DOCKERFILE, "CMD ")), all);
    CommandLine serve = serve(all);
    assertThat(serve.getCommandSpec().findOption("--plain-http").<Boolean>getValue()).isTrue();
    assertThat(settings.get("DESKHAND_DATABASE"))
        .isEqualTo("jdbc:postgresql://database/" + environment("database").get("POSTGRES_DB"));
    assertThat(settings.get("DESKHAND_DATABASE_USER"))
        .isEqualTo(environment("database").get("POSTGRES_USER"));
    assertThat(settings.get("DESKHAND_DATABASE_PASSWORD"))
        .isEqualTo(environment("database").get("POSTGRES_PASSWORD"));
    String files = settings.get("DESKHAND_ATTACHMENTS");
    assertThat((List<?>) SERVICES.get("node1").get("volumes")).asString().contains(":" + files);
    assertThat(DOCKERFILE).contains("install -d -o deskhand -g deskhand " + files);
    Map<?, ?> build = (Map<?, ?>) SERVICES.get("node1").get("build");
    Path context = SERVER.resolve(build.get("context").toString());
    assertThat(context.resolve(build.get("dockerfile").toString())).exists();
  }

  @Test
  void theProxyKnowsTheNodesAndWhetherTheyAreReady() {
    assertThat(matches("(?m)^  server \\S+ (\\S+) check$", PROXY))
        .extracting(node -> node.group(1))
        .containsExactly("node1:" + port(), "node2:" + port());
    assertThat(PROXY)
        .contains("httpchk GET " + Routes.READY)
        .contains("deny if { path " + Routes.METRICS + " }");
    Map<String, ?> proxy = SERVICES.get("proxy");
    String outside = matches("bind :(\\d+) ssl crt (\\S+)/", PROXY).getFirst().group(1);
    assertThat((List<?>) proxy.get("ports")).asString().contains(":" + outside);
    assertThat((List<?>) proxy.get("volumes")).asString().contains("./haproxy.cfg:");
  }

  /** The JVM takes the flags before {@code -jar}, and the server what comes after the jar. */
  private static void assertStarts(List<String> words, Map<String, String> settings)
      throws Exception {
    int jar = words.indexOf("-jar");
    if (jar > 0) {
      List<String> java = new ArrayList<>(words.subList(1, jar));
      java.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      java.add("-version");
      assertThat(run(java)).contains("Runtime").doesNotContain("nrecognized");
    }
    String[] arguments = words.subList(jar < 0 ? 0 : jar + 2, words.size()).toArray(String[]::new);
    CommandLine line = Deskhand.commandLine(settings);
    assertThat(line.parseArgs(arguments).subcommand().commandSpec().name()).isEqualTo("serve");
  }

  private static CommandLine serve(Map<String, String> settings) {
    CommandLine line = Deskhand.commandLine(settings);
    line.parseArgs("serve");
    return line.getSubcommands().get("serve");
  }

  private static String port() {
    return serve(Map.of()).getCommandSpec().findOption("--port").getValue().toString();
  }

  private static TreeSet<String> variables() {
    TreeSet<String> names = new TreeSet<>();
    serve(Map.of())
        .getCommandSpec()
        .options()
        .forEach(option -> names.add(EnvironmentDefaults.variable(option.longestName())));
    return names;
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> found = new TreeMap<>();
    SETTING
        .matcher(text)
        .results()
        .forEach(setting -> found.put("DESKHAND_" + setting.group(1), setting.group(2)));
    return found;
  }

  private static Map<String, String> environment(String service) {
    Map<String, String> found = new TreeMap<>();
    ((Map<?, ?>) SERVICES.get(service).get("environment"))
        .forEach((name, value) -> found.put(name.toString(), value.toString()));
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, ?>> services() {
    Map<String, ?> compose =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(read("compose.yaml"));
    return (Map<String, Map<String, ?>>) compose.get("services");
  }

  private static List<MatchResult> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  /** What follows {@code begin} in the last line that begins with it. */
  private static String line(String text, String begin) {
    return text.lines()
        .filter(line -> line.startsWith(begin))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError("no line " + begin))
        .substring(begin.length());
  }

  private static List<String> list(String json) {
    return Stream.of(json.substring(1, json.length() - 1).split(", "))
        .map(word -> word.replace("\"", ""))
        .toList();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String read(String file) {
    try {
      return Files.readString(SERVER.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
