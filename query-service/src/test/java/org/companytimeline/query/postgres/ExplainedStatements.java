package org.companytimeline.query.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A connection that lets every statement be explained before it runs, with the plan for its values
/// and with the one for any values, and keeps what the plans read from end to end.
final class ExplainedStatements {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final Set<String> findings = new LinkedHashSet<>();
    private final Map<String, String> firstColumns = new HashMap<>();
    private final String options;
    private int explained;
    private double mostRows;

    ExplainedStatements(Connection connection) {
        this(connection, "format json");
    }

    private ExplainedStatements(Connection connection, String options) {
        this.connection = connection;
        this.options = options;
    }

    /// One that runs the plans too, and counts the rows that they look at.
    static ExplainedStatements counting(Connection connection) {
        return new ExplainedStatements(connection, "analyze, format json");
    }

    /// How many rows of tables and indexes one plan looked at, at most; only where they are
    /// counted.
    double mostRows() {
        return mostRows;
    }

    /// Where plans read a table or an index from end to end: `Seq Scan on company` and the like.
    Set<String> findings() {
        return findings;
    }

    int explained() {
        return explained;
    }

    Connection connection() {
        return (Connection)
                Proxy.newProxyInstance(
                        ExplainedStatements.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, values) ->
                                method.getName().equals("prepareStatement")
                                        ? statement((String) values[0])
                                        : invoke(method, connection, values));
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        SortedMap<Integer, Object> bound = new TreeMap<>();
        return (PreparedStatement)
                Proxy.newProxyInstance(
                        ExplainedStatements.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (_, method, values) -> {
                            if (method.getName().equals("setObject")) {
                                bound.put((Integer) values[0], values[1]);
                            }
                            if (method.getName().equals("executeQuery")) {
                                explain(sql, bound);
                            }
                            return invoke(method, statement, values);
                        });
    }

    private static Object invoke(java.lang.reflect.Method method, Object on, Object[] values)
            throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void explain(String sql, SortedMap<Integer, Object> bound) throws Exception {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (String part : sql.split("\\?", -1)) {
            numbered.append(parameter++ == 0 ? "" : "$" + (parameter - 1)).append(part);
        }
        String values =
                bound.values().stream()
                        .map(ExplainedStatements::literal)
                        .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare explained as " + numbered);
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                statement.execute("set local plan_cache_mode = " + mode);
                try (ResultSet row =
                        statement.executeQuery(
                                "explain (%s) execute explained".formatted(options)
                                        + (bound.isEmpty() ? "" : "(" + values + ")"))) {
                    row.next();
                    explained++;
                    JsonNode plan = JSON.readTree(row.getString(1)).path(0).path("Plan");
                    mostRows = Math.max(mostRows, rows(plan));
                    find(plan);
                }
            }
            statement.execute("set local plan_cache_mode = auto");
            statement.execute("deallocate explained");
        }
    }

    private static String literal(Object value) {
        return switch (value) {
            case Object[] array ->
                    quoted(
                            Stream.of(array)
                                    .map(one ->
                                            '"'
                                                    + one.toString()
                                                            .replaceAll("[\"\\\\]", "\\\\$0")
                                                    + '"')
                                    .collect(Collectors.joining(",", "{", "}")));
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Whether a condition says where in an index to begin: one on a later column alone does not.
    private boolean isNarrowed(String index, String condition) throws SQLException {
        String first = firstColumns.get(index);
        if (first == null) {
            try (PreparedStatement definition =
                    connection.prepareStatement("select pg_get_indexdef(?::regclass, 1, true)")) {
                definition.setString(1, index);
                try (ResultSet row = definition.executeQuery()) {
                    row.next();
                    first = row.getString(1);
                    firstColumns.put(index, first);
                }
            }
        }
        boolean isExpression = first.contains("(");
        return !condition.isEmpty()
                && (isExpression
                        || Pattern.compile("\\b" + first + "\\b").matcher(condition).find());
    }

    private static double rows(JsonNode node) {
        double rows = 0;
        if (node.has("Relation Name")) {
            rows =
                    node.path("Actual Loops").asDouble()
                            * (node.path("Actual Rows").asDouble()
                                    + node.path("Rows Removed by Filter").asDouble()
                                    + node.path("Rows Removed by Index Recheck").asDouble());
        }
        for (JsonNode child : node.path("Plans")) {
            rows += rows(child);
        }
        return rows;
    }

    private void find(JsonNode node) throws SQLException {
        String type = node.path("Node Type").asText();
        String on =
                node.has("Index Name")
                        ? node.path("Index Name").asText()
                        : node.path("Relation Name").asText();
        if (type.equals("Seq Scan")
                || (List.of("Index Scan", "Index Only Scan", "Bitmap Index Scan").contains(type)
                        && !isNarrowed(on, node.path("Index Cond").asText()))) {
            findings.add(type + " on " + on);
        }
        List<JsonNode> children = new ArrayList<>();
        node.path("Plans").forEach(children::add);
        for (JsonNode child : children) {
            find(child);
        }
    }
}
