package org.companytimeline.query.postgres;

import java.util.Optional;
import java.util.TreeSet;
import org.companytimeline.query.view.CompanyFilter;
import org.companytimeline.query.view.Period;

/// What narrows companies, as SQL.
record FilterSql(CompanyFilter filter) {

    /// Conditions on a row `c` with the id of a record as `company`.
    void addTo(Sql sql) {
        if (filter.isOfOwnRow()) {
            sql.add("and exists (select from company f where f.id = c.company");
            addOwn(sql);
            sql.add(")");
        }
        if (!filter.types().isEmpty()) {
            sql.add("and exists (select from company_type t where t.company = c.company");
            addTypes(sql);
            sql.add(")");
        }
        filter.raised()
                .ifPresent(raised -> {
                    sql.add("and exists (select from company_raised r where r.company = c.company");
                    addRaised(sql, raised);
                    sql.add(")");
                });
    }

    /// The records that pass, some of them more than once; only where there is a filter.
    Sql records() {
        Sql sql = new Sql().add("select c.company from (");
        if (filter.isOfOwnRow()) {
            sql.add("select f.id as company from company f where true");
            addOwn(sql);
            sql.add(") c where true");
            withoutOwn().addTo(sql);
        } else if (filter.raised().isPresent()) {
            sql.add("select r.company from company_raised r where true");
            addRaised(sql, filter.raised().get());
            sql.add(") c where true");
            new FilterSql(
                            new CompanyFilter(
                                    filter.countries(),
                                    filter.types(),
                                    filter.statuses(),
                                    filter.founded(),
                                    Optional.empty()))
                    .addTo(sql);
        } else {
            sql.add("select t.company from company_type t where true");
            addTypes(sql);
            sql.add(") c");
        }
        return sql;
    }

    private FilterSql withoutOwn() {
        return new FilterSql(
                new CompanyFilter(
                        new TreeSet<>(),
                        filter.types(),
                        new TreeSet<>(),
                        Optional.empty(),
                        filter.raised()));
    }

    private void addOwn(Sql sql) {
        if (!filter.countries().isEmpty()) {
            sql.add("and f.country = any(?)", (Object) filter.countries().toArray(String[]::new));
        }
        if (!filter.statuses().isEmpty()) {
            sql.add("and f.status = any(?)", (Object) filter.statuses().toArray(String[]::new));
        }
        filter.founded().ifPresent(founded -> addFounded(sql, founded));
    }

    private static void addFounded(Sql sql, Period founded) {
        sql.add("and f.founded_earliest is not null");
        if (founded.isEmpty()) {
            sql.add("and false");
        }
        switch (founded.match()) {
            case POSSIBLE -> {
                founded.from().ifPresent(day -> sql.add("and f.founded_latest >= ?", day));
                founded.to().ifPresent(day -> sql.add("and f.founded_earliest <= ?", day));
            }
            case CERTAIN -> {
                founded.from().ifPresent(day -> sql.add("and f.founded_earliest >= ?", day));
                founded.to().ifPresent(day -> sql.add("and f.founded_latest <= ?", day));
            }
        }
    }

    private void addTypes(Sql sql) {
        sql.add("and t.type = any(?)", (Object) filter.types().toArray(String[]::new));
    }

    private static void addRaised(Sql sql, CompanyFilter.Raised raised) {
        sql.add("and r.currency = ? and r.least >= ?", raised.currency(), raised.atLeast());
    }
}
