package org.companytimeline.query.postgres;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.SortKey;

/// One page of stored JSON: the keys first, at most one more than the limit, then as many bodies as
/// the page's bytes allow.
///
/// @param keys a statement that gives at most `limit + 1` keys in the order of the list
/// @param limit the most items
/// @param pageBytes the page ends before the item that would begin beyond these bytes
record PageSql(Sql keys, int limit, long pageBytes) {

    /// @param bodies `join table body on …`: where the body of key `k` lies
    <K extends SortKey> Rows<K> read(
            Connection connection,
            @CompileTimeConstant final String bodies,
            Sql.RowReader<K> keyReader) {
        List<byte[]> items = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        List<K> given =
                new Sql()
                        .add(
                                """
                                select * from (
                                select k.*, body.body, count(*) over () as found,
                                sum(octet_length(body.body)) over (order by k.n) - octet_length(body.body) as bytes_before
                                from (select row_number() over () as n, keys.* from (
                                """)
                        .add(keys)
                        .add(") keys) k")
                        .add(bodies)
                        .add(
                                ") page where n <= ? and bytes_before < ? order by n",
                                limit,
                                pageBytes)
                        .list(
                                connection,
                                row -> {
                                    items.add(row.getBytes("body"));
                                    found.add(row.getInt("found"));
                                    return keyReader.read(row);
                                });
        boolean more = !given.isEmpty() && found.getLast() > given.size();
        return new Rows<>(items, more ? Optional.of(given.getLast()) : Optional.empty());
    }
}
