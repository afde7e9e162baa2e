package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// What `docker-compose.yml` promises, read from the file.
class ComposeFileTest {
    private static final Path FILE = Path.of("../docker-compose.yml");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");

    private Map<String, Map<String, Object>> parts = Map.of();
    private Map<String, Object> volumes = Map.of();

    @BeforeEach
    void read() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FILE));
        parts = map(file.get("services"));
        volumes = map(file.get("volumes"));
    }

    @Test
    void it_holds_the_five_parts() {
        assertThat(parts)
                .containsOnlyKeys(
                        "kafka",
                        "postgresql",
                        "ingest-service",
                        "timeline-service",
                        "query-service");
    }

    @Test
    void nothing_but_loopback_is_published() {
        assertThat(parts.values())
                .flatExtracting(part -> list(part.get("ports")))
                .hasSize(5)
                .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
        assertThat(parts.values()).noneMatch(part -> part.containsKey("network_mode"));
    }

    @Test
    void each_part_has_a_health_check_and_a_bound_on_its_memory() {
        assertThat(parts)
                .allSatisfy((_, part) -> {
                    assertThat(list(map(part.get("healthcheck")).get("test")))
                            .first()
                            .isEqualTo("CMD");
                    assertThat(part).containsKey("mem_limit");
                });
    }

    @Test
    void every_secret_comes_from_the_environment_and_has_no_default() {
        Stream<Map.Entry<String, Object>> secrets =
                parts.values().stream()
                        .flatMap(part -> environment(part).entrySet().stream())
                        .filter(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|KEY)"));

        assertThat(secrets)
                .hasSize(5)
                .allSatisfy(secret -> assertThat(secret.getValue().toString()).matches(REQUIRED));
    }

    @Test
    void data_lies_in_named_volumes() {
        assertThat(volumes).containsOnlyKeys("kafka-data", "postgresql-data");
        assertThat(list(part("kafka").get("volumes"))).contains("kafka-data:/var/lib/kafka/data");
        assertThat(list(part("postgresql").get("volumes")))
                .contains("postgresql-data:/var/lib/postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "timeline-service", "query-service"})
    void a_service_gets_its_configuration_and_no_privileges(String service) {
        var part = part(service);

        assertThat(environment(part))
                .containsKeys(
                        "QUARKUS_HTTP_HOST",
                        "QUARKUS_HTTP_PORT",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        "MP_JWT_VERIFY_ISSUER");
        assertThat(part).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(map(map(part.get("build")).get("args"))).containsEntry("SERVICE", service);
    }

    @Test
    void only_timeline_service_knows_the_owner_and_only_ingest_and_timeline_know_kafka() {
        assertThat(environment(part("timeline-service")))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "timeline_owner");
        assertThat(environment(part("query-service")))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "timeline_reader")
                .doesNotContainKey("KAFKA_BOOTSTRAP_SERVERS");
        assertThat(environment(part("ingest-service")))
                .doesNotContainKey("QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void the_page_knows_where_to_post_and_ingest_service_knows_the_page() {
        assertThat(environment(part("query-service")))
                .containsEntry("COMPANY_TIMELINE_INGEST_URL", "http://localhost:8081");
        assertThat(environment(part("ingest-service")))
                .containsEntry("COMPANY_TIMELINE_QUERY_URL", "http://localhost:8080")
                .hasEntrySatisfying(
                        "COMPANY_TIMELINE_INGEST_PAGE_ORIGINS",
                        origins ->
                                assertThat(origins.toString()).contains("http://localhost:8080"));
    }

    @Test
    void the_files_that_it_names_are_there() throws IOException {
        assertThat(Path.of("../docker/service.Dockerfile"))
                .content()
                .contains("USER 10001", "ARG SERVICE");
        assertThat(Path.of("../docker/create-roles.sh")).isExecutable();
        assertThat(Files.readAllLines(Path.of("../.dockerignore")))
                .contains("*", "!query-service/target/quarkus-app");
    }

    private Map<String, Object> part(String name) {
        return map(parts.get(name));
    }

    private static Map<String, Object> environment(Map<String, Object> part) {
        return map(part.get("environment"));
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(@Nullable Object yaml) {
        assertThat(yaml).isInstanceOf(Map.class);
        return (Map<String, V>) Objects.requireNonNull(yaml);
    }

    private static List<Object> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? List.copyOf(list) : List.of();
    }
}
