package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Rule;

/// A place's region lies in its country.
final class PlaceRule implements Rule<Place> {

    @Override
    public boolean check(Place place, Pointer at, Faults faults) {
        Region region = place.region();
        Country country = place.country();
        if (region == null || country == null || region.countryCode().equals(country.code())) {
            return true;
        }
        faults.addBeyondSchema(
                at.to("region"),
                region + " does not lie in " + country + "; correct one of them or leave it out");
        return false;
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put(
                "$comment",
                "JSON Schema can't say that the region lies in the country, which is required.");
    }
}
