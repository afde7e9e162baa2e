package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.AtLeastOneOf;
import org.companytimeline.event.shape.Between;
import org.companytimeline.event.shape.NotEmpty;
import org.jspecify.annotations.Nullable;

/// Something that happened to a company: the `details` of an event, one record per type.
///
/// The records are the contract. A component that is not `@Nullable` is required, a list is
/// optional unless it is `@NotEmpty`, and the JSON name of a type is its record's name in kebab
/// case. Codec, JSON Schema and catalogue are all read off these declarations (see [EventType]).
public sealed interface CompanyEvent {

    record Founded(List<String> founders, @Nullable Place place) implements CompanyEvent {}

    record Funded(
            Round round,
            @Nullable Money money,
            List<Investor> investors,
            @Nullable Money preMoney,
            @Nullable Money postMoney)
            implements CompanyEvent {}

    /// `kind` is what moved: the headquarters where it is left out.
    record Relocated(Place to, @Nullable Place from, @Nullable SeatKind kind)
            implements CompanyEvent {}

    record Partnered(
            @NotEmpty List<Partner> partners,
            @Nullable PartnershipKind kind,
            @Nullable String about)
            implements CompanyEvent {}

    record Valued(Money money, @Nullable ValuationKind kind) implements CompanyEvent {}

    record Acquired(CompanyReference acquirer, @Nullable Money price, @Nullable String terms)
            implements CompanyEvent {}

    record Merged(CompanyReference with, @Nullable CompanyReference successor)
            implements CompanyEvent {}

    record Listed(@Nullable String exchange, @Nullable String symbol, @Nullable Money money)
            implements CompanyEvent {}

    record Delisted(@Nullable String exchange, @Nullable String symbol, @Nullable Money money)
            implements CompanyEvent {}

    record Closed(@Nullable ClosureKind kind) implements CompanyEvent {}

    record Renamed(String name, @Nullable String formerName) implements CompanyEvent {}

    record OfficeOpened(Place place, @Nullable OfficeKind kind) implements CompanyEvent {}

    record OfficeClosed(Place place, @Nullable OfficeKind kind) implements CompanyEvent {}

    record Appointed(
            String person,
            String title,
            @Nullable RoleKind kind,
            @Nullable String scope,
            @Nullable String reason)
            implements CompanyEvent {}

    record Departed(
            String person,
            String title,
            @Nullable RoleKind kind,
            @Nullable String scope,
            @Nullable String reason)
            implements CompanyEvent {}

    record Contracted(
            @NotEmpty List<CompanyReference> customers,
            @Nullable Money money,
            @Nullable Boolean publicSector,
            @Nullable String about)
            implements CompanyEvent {}

    record Launched(String product, @Nullable String version) implements CompanyEvent {}

    record Discontinued(String product, @Nullable String version) implements CompanyEvent {}

    record JoinedProgramme(String programme, @Nullable ProgrammeKind kind, @Nullable String batch)
            implements CompanyEvent {}

    /// `percent` is the share of the staff that went.
    @AtLeastOneOf({"count", "percent"})
    record LaidOff(
            @Between(least = 1, most = 100_000_000) @Nullable Long count,
            @Between(least = 0, most = 100) @Nullable BigDecimal percent)
            implements CompanyEvent {}

    /// `percent` is the change against the headcount before.
    @AtLeastOneOf({"count", "percent"})
    record HeadcountReported(
            @Between(least = 0, most = 100_000_000) @Nullable Long count,
            @Between(least = -100, most = 1_000_000) @Nullable BigDecimal percent)
            implements CompanyEvent {}

    /// `when` is from when on the identifier is valid, `until` when it ceased to be.
    record Identified(IdentifierScheme scheme, String value, @Nullable Edtf until)
            implements CompanyEvent {}

    /// `company` is the id of the other record of the same company.
    record SameAs(CompanyId company) implements CompanyEvent {}

    /// An event about a claim of the same company: `target` is that claim's event id.
    sealed interface Annotation extends CompanyEvent {
        UUID target();
    }

    /// `change` is a JSON merge patch over `when`, `status`, `thread` and `details` of the target.
    record Corrected(UUID target, ObjectNode change, @Nullable String reason)
            implements Annotation {}

    record Retracted(UUID target, @Nullable String reason) implements Annotation {}

    record Confirmed(UUID target, @Nullable String reason) implements Annotation {}

    record Disputed(UUID target, @Nullable String reason) implements Annotation {}
}
