package org.companytimeline.query.postgres;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.companytimeline.query.view.Counted;
import org.companytimeline.query.view.Dimension;
import org.companytimeline.query.view.FactFilter;
import org.companytimeline.query.view.Raised;
import org.companytimeline.query.view.RoundFilter;
import org.jspecify.annotations.Nullable;

/// Counts and sums over facts.
///
/// A day is moved by 25 times 400 years before its year or month is asked for: the calendar is the
/// same then, and PostgreSQL's dates reach it.
///
/// @param fold taken first: statistics read much, as folds do
record StatisticsSql(Connection connection, FoldRoom.Place fold) {

    /// How many months before 0000-01 the first month is that is counted from.
    private static final int MONTHS_MOVED = 120_000;

    /// @param most groups
    List<Counted> facts(FactFilter filter, int most) {
        fold.take();
        Sql facts =
                new Sql()
                        .add(
                                """
                                select type, month, country, count(*) as facts
                                from (
                                  select case when ? then stands.type end as type,
                                    case when ? and first = last then first end as month,
                                    case when ? then country end as country
                                  from fact_company stands
                                """,
                                filter.by().contains(Dimension.TYPE),
                                filter.by().contains(Dimension.MONTH),
                                filter.by().contains(Dimension.COUNTRY))
                        .add(MONTHS);
        addCountry(facts, filter.by(), filter.countries());
        facts.add("where stands.company = stands.subject");
        addSet(facts, filter.countries(), "and country = any(?)");
        addSet(facts, filter.types(), "and stands.type = any(?)");
        addSet(facts, filter.statuses(), "and stands.status = any(?)");
        DaysSql.addTo(facts, filter.period());
        facts.add(") counted group by type, month, country");
        addOrder(facts, filter.by());
        return facts.add("limit ?", most)
                .list(
                        connection,
                        row -> new Counted(group(filter.by(), row), row.getLong("facts")));
    }

    /// @param most groups and currencies
    List<Raised> rounds(RoundFilter filter, int most) {
        fold.take();
        Sql rounds =
                new Sql()
                        .add(
                                """
                                select year, country, round, currency, sum_currency, count(*) as rounds,
                                  coalesce(sum(low), 0) as least,
                                  case when bool_or(high is null) then null else sum(high) end as most,
                                  bool_and(low is not null and high is not null and low = high) as is_plain,
                                  percentile_disc(0.5) within group (order by typical) as lower_middle,
                                  percentile_disc(0.5) within group (order by typical desc) as upper_middle
                                from (
                                  select case when ? and first / 12 = last / 12 then first / 12 * 12 end as year,
                                    case when ? then country end as country,
                                    case when ? then stands.round end as round,
                                    case when ? then currency end as currency,
                                    currency as sum_currency, low, high, typical
                                  from round stands
                                """,
                                filter.by().contains(Dimension.YEAR),
                                filter.by().contains(Dimension.COUNTRY),
                                filter.by().contains(Dimension.ROUND),
                                filter.by().contains(Dimension.CURRENCY))
                        .add(MONTHS);
        addCountry(rounds, filter.by(), filter.countries());
        rounds.add("where stands.status = any(?)", (Object) texts(filter.statuses()));
        addSet(rounds, filter.countries(), "and country = any(?)");
        addSet(rounds, filter.rounds(), "and stands.round = any(?)");
        addSet(rounds, filter.currencies(), "and (currency is null or currency = any(?))");
        DaysSql.addTo(rounds, filter.period());
        rounds.add(") raised group by year, country, round, currency, sum_currency");
        addOrder(rounds, filter.by());
        return rounds.add(", sum_currency limit ?", most)
                .list(
                        connection,
                        row ->
                                new Raised(
                                        group(filter.by(), row), row.getLong("rounds"), sums(row)));
    }

    /// The first and last month that a date can mean.
    private static final Sql MONTHS =
            new Sql()
                    .add(
                            """
                            cross join lateral (
                              select extract(year from first_day)::int * 12 + extract(month from first_day)::int - 1 as first,
                                extract(year from last_day)::int * 12 + extract(month from last_day)::int - 1 as last
                              from (select date '1970-01-01' + (earliest + 3652425) as first_day,
                                date '1970-01-01' + (latest + 3652425) as last_day) days) months
                            """);

    private static void addCountry(Sql sql, List<Dimension> by, SortedSet<String> countries) {
        if (by.contains(Dimension.COUNTRY) || !countries.isEmpty()) {
            sql.add(
                    """
                    left join lateral (
                      select country from company
                      where company.id = stands.company and company.partition = stands.partition
                        and company.own) company on true
                    """);
        } else {
            sql.add("cross join (select null::text as country) company");
        }
    }

    private static void addSet(
            Sql sql, SortedSet<String> values, @CompileTimeConstant final String condition) {
        if (!values.isEmpty()) {
            sql.add(condition, (Object) texts(values));
        }
    }

    private static String[] texts(SortedSet<String> values) {
        return values.toArray(String[]::new);
    }

    /// What is not known comes last.
    private static void addOrder(Sql sql, List<Dimension> by) {
        sql.add("order by 1 = 1");
        for (Dimension dimension : by) {
            switch (dimension) {
                case YEAR -> sql.add(", year");
                case MONTH -> sql.add(", month");
                case COUNTRY -> sql.add(", country");
                case TYPE -> sql.add(", type");
                case ROUND -> sql.add(", round");
                case CURRENCY -> sql.add(", currency");
            }
        }
    }

    private static Map<Dimension, String> group(List<Dimension> by, ResultSet row)
            throws SQLException {
        Map<Dimension, String> group = new EnumMap<>(Dimension.class);
        for (Dimension dimension : by) {
            String value =
                    switch (dimension) {
                        case YEAR -> year(row.getObject("year", Integer.class));
                        case MONTH -> month(row.getObject("month", Integer.class));
                        case COUNTRY -> row.getString("country");
                        case TYPE -> row.getString("type");
                        case ROUND -> row.getString("round");
                        case CURRENCY -> row.getString("currency");
                    };
            if (value != null) {
                group.put(dimension, value);
            }
        }
        return group;
    }

    private static @Nullable String year(@Nullable Integer months) {
        return months == null
                ? null
                : String.format(
                        Locale.ROOT,
                        months < MONTHS_MOVED ? "-%04d" : "%04d",
                        Math.abs((months - MONTHS_MOVED) / 12));
    }

    private static @Nullable String month(@Nullable Integer months) {
        return months == null
                ? null
                : year(months - months % 12) + String.format(Locale.ROOT, "-%02d", months % 12 + 1);
    }

    private static Raised.@Nullable Sums sums(ResultSet row) throws SQLException {
        String currency = row.getString("sum_currency");
        return currency == null
                ? null
                : new Raised.Sums(
                        currency,
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most"),
                        row.getBoolean("is_plain"),
                        row.getBigDecimal("lower_middle"),
                        row.getBigDecimal("upper_middle"));
    }
}
