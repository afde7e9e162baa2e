package org.companytimeline.query.view;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// How many records a search hits and how often each value of its facets occurs among them.
final class FacetJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final float WITHOUT_SIMILAR = 1;

    private FacetJson() {}

    /// `,"total":…,"facets":{…}`, to stand beside the items of the first page.
    static String beside(CompanySearch search, CompanyIndex index) {
        Facet.Counts counts = counts(search, index);
        ObjectNode facets = JSON.createObjectNode();
        for (Facet facet : search.facets()) {
            ArrayNode values = facets.putArray(facet.text());
            for (Facet.Count count : counts.counts()) {
                if (count.facet() == facet) {
                    values.addObject().put("value", count.value()).put("count", count.count());
                }
            }
        }
        return ",\"total\":" + counts.total() + ",\"facets\":" + facets;
    }

    private static Facet.Counts counts(CompanySearch search, CompanyIndex index) {
        Optional<Asked> asked = search.q().map(Asked::of);
        Facet.Counts counts = index.counts(search, asked, WITHOUT_SIMILAR);
        if (counts.total() == 0 && asked.map(Asked::hasSimilar).orElse(false)) {
            counts = index.counts(search, asked, Stage.SIMILAR_FROM);
        }
        if (counts.total() == 0 && asked.map(Asked::hasRemote).orElse(false)) {
            counts = index.counts(search, asked, Stage.REMOTE_FROM);
        }
        return counts;
    }
}
