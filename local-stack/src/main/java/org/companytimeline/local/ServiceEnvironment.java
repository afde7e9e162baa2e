package org.companytimeline.local;

import java.util.HashMap;
import java.util.Map;

/// The configuration that each service of a local stack gets, as environment variables.
final class ServiceEnvironment {
    private final StackSettings settings;
    private final Tokens tokens;
    private final PostgresDatabase database;

    ServiceEnvironment(StackSettings settings, Tokens tokens, PostgresDatabase database) {
        this.settings = settings;
        this.tokens = tokens;
        this.database = database;
    }

    Map<String, String> of(Part part) {
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(part)));
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.jwks().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", tokens.issuer());
        switch (part) {
            case INGEST -> {
                variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port(Part.KAFKA));
                variables.put(
                        "COMPANY_TIMELINE_QUERY_URL", settings.address(Part.QUERY).toString());
                variables.put("COMPANY_TIMELINE_INGEST_PAGE_ORIGINS", pageOrigins());
            }
            case TIMELINE -> {
                variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port(Part.KAFKA));
                variables.put("COMPANY_TIMELINE_READER_ROLE", database.readerUser());
                putDatabase(variables, database.ownerUser(), database.ownerPassword());
            }
            case QUERY -> {
                variables.put(
                        "COMPANY_TIMELINE_INGEST_URL", settings.address(Part.INGEST).toString());
                putDatabase(variables, database.readerUser(), database.readerPassword());
            }
            case KAFKA, POSTGRESQL -> throw new IllegalArgumentException(part + " is no service");
        }
        return variables;
    }

    /// Both names that people open query-service by on this machine.
    private String pageOrigins() {
        return "%s,http://127.0.0.1:%d"
                .formatted(settings.address(Part.QUERY), settings.port(Part.QUERY));
    }

    private void putDatabase(Map<String, String> variables, String user, String password) {
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        variables.put("QUARKUS_DATASOURCE_USERNAME", user);
        variables.put("QUARKUS_DATASOURCE_PASSWORD", password);
    }
}
