package org.companytimeline.model;

import static org.companytimeline.model.Comparison.companies;
import static org.companytimeline.model.Comparison.company;
import static org.companytimeline.model.Comparison.dates;
import static org.companytimeline.model.Comparison.exact;
import static org.companytimeline.model.Comparison.money;
import static org.companytimeline.model.Comparison.number;
import static org.companytimeline.model.Comparison.place;
import static org.companytimeline.model.Comparison.texts;
import static org.companytimeline.model.Comparison.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Acquired;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyEvent.Appointed;
import org.companytimeline.event.CompanyEvent.Closed;
import org.companytimeline.event.CompanyEvent.Contracted;
import org.companytimeline.event.CompanyEvent.Delisted;
import org.companytimeline.event.CompanyEvent.Departed;
import org.companytimeline.event.CompanyEvent.Discontinued;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyEvent.HeadcountReported;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.JoinedProgramme;
import org.companytimeline.event.CompanyEvent.LaidOff;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Listed;
import org.companytimeline.event.CompanyEvent.Merged;
import org.companytimeline.event.CompanyEvent.OfficeClosed;
import org.companytimeline.event.CompanyEvent.OfficeOpened;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyEvent.SameAs;
import org.companytimeline.event.CompanyEvent.Valued;
import org.jspecify.annotations.Nullable;

/// The rule of every type of claim: the table in `docs/facts.md`, which a test keeps equal to this.
///
/// Where nothing is said of days the date does not count: another one is a conflict, not another
/// fact. Otherwise a month for what is announced and done at once, a quarter for what takes its
/// time, a year for deals that are announced long before they close.
final class FactRules {

    private static final int MEETING = 0;
    private static final int WEEK = 7;
    private static final int MONTH = 31;
    private static final int QUARTER = 92;
    private static final int YEAR = 366;

    /// Amounts: two newspapers round the same sum to within a twentieth.
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    /// Amounts: prices and rounds are counted with and without their parts.
    private static final BigDecimal TENTH = new BigDecimal("0.10");

    private static final FactRule<Founded> FOUNDED =
            FactRule.of("founded", Founded.class)
                    .compare("founders", Founded::founders, texts())
                    .compare("place", Founded::place, place());

    private static final FactRule<Funded> FUNDED =
            FactRule.of("funded", Funded.class)
                    .key("round", claim -> Keys.constant(claim.round()))
                    .within(MONTH)
                    .nearest(Funded::money)
                    .compare("investors", Funded::investors, companies())
                    .compare("money", Funded::money, money(TENTH))
                    .compare("postMoney", Funded::postMoney, money(TENTH))
                    .compare("preMoney", Funded::preMoney, money(TENTH))
                    .compare("round", Funded::round, exact());

    private static final FactRule<Relocated> RELOCATED =
            FactRule.of("relocated", Relocated.class)
                    .key("kind", claim -> Keys.constant(Keys.seat(claim)))
                    .key("to", claim -> Keys.place(claim.to()))
                    .within(QUARTER)
                    .compare("from", Relocated::from, place())
                    .compare("kind", Relocated::kind, exact())
                    .compare("to", Relocated::to, place());

    private static final FactRule<Partnered> PARTNERED =
            FactRule.of("partnered", Partnered.class)
                    .key("partners", claim -> Keys.companies(claim.partners()))
                    .within(QUARTER)
                    .compare("kind", Partnered::kind, exact())
                    .compare("partners", Partnered::partners, companies());

    private static final FactRule<Valued> VALUED =
            FactRule.of("valued", Valued.class)
                    .key("money.currency", claim -> Keys.currency(claim.money()))
                    .within(QUARTER)
                    .within(TWENTIETH, Valued::money)
                    .compare("kind", Valued::kind, exact())
                    .compare("money", Valued::money, money(TWENTIETH));

    private static final FactRule<Acquired> ACQUIRED =
            FactRule.of("acquired", Acquired.class)
                    .key("acquirer", claim -> Keys.company(claim.acquirer()))
                    .within(YEAR)
                    .nearest(Acquired::price)
                    .compare("acquirer", Acquired::acquirer, company())
                    .compare("price", Acquired::price, money(TENTH));

    private static final FactRule<Merged> MERGED =
            FactRule.of("merged", Merged.class)
                    .key("with", claim -> Keys.company(claim.with()))
                    .within(YEAR)
                    .compare("successor", Merged::successor, company())
                    .compare("with", Merged::with, company());

    private static final FactRule<Listed> LISTED =
            FactRule.of("listed", Listed.class)
                    .within(MONTH)
                    .nearest(Listed::money)
                    .compare("exchange", Listed::exchange, words())
                    .compare("money", Listed::money, money(TENTH))
                    .compare("symbol", Listed::symbol, words());

    private static final FactRule<Delisted> DELISTED =
            FactRule.of("delisted", Delisted.class)
                    .within(MONTH)
                    .nearest(Delisted::money)
                    .compare("exchange", Delisted::exchange, words())
                    .compare("money", Delisted::money, money(TENTH))
                    .compare("symbol", Delisted::symbol, words());

    private static final FactRule<Closed> CLOSED =
            FactRule.of("closed", Closed.class).compare("kind", Closed::kind, exact());

    private static final FactRule<Renamed> RENAMED =
            FactRule.of("renamed", Renamed.class)
                    .key("name", claim -> Keys.text(claim.name()))
                    .within(MONTH)
                    .compare("formerName", Renamed::formerName, words())
                    .compare("name", Renamed::name, words());

    private static final FactRule<OfficeOpened> OFFICE_OPENED =
            FactRule.of("office-opened", OfficeOpened.class)
                    .key("place", claim -> Keys.place(claim.place()))
                    .within(QUARTER)
                    .compare("kind", OfficeOpened::kind, exact())
                    .compare("place", OfficeOpened::place, place());

    private static final FactRule<OfficeClosed> OFFICE_CLOSED =
            FactRule.of("office-closed", OfficeClosed.class)
                    .key("place", claim -> Keys.place(claim.place()))
                    .within(QUARTER)
                    .compare("kind", OfficeClosed::kind, exact())
                    .compare("place", OfficeClosed::place, place());

    private static final FactRule<Appointed> APPOINTED =
            FactRule.of("appointed", Appointed.class)
                    .key("person", claim -> Keys.text(claim.person()))
                    .within(QUARTER)
                    .compare("kind", Appointed::kind, exact())
                    .compare("person", Appointed::person, words())
                    .compare("scope", Appointed::scope, words())
                    .compare("title", Appointed::title, words());

    private static final FactRule<Departed> DEPARTED =
            FactRule.of("departed", Departed.class)
                    .key("person", claim -> Keys.text(claim.person()))
                    .within(QUARTER)
                    .compare("kind", Departed::kind, exact())
                    .compare("person", Departed::person, words())
                    .compare("scope", Departed::scope, words())
                    .compare("title", Departed::title, words());

    private static final FactRule<Contracted> CONTRACTED =
            FactRule.of("contracted", Contracted.class)
                    .key("customers", claim -> Keys.companies(claim.customers()))
                    .within(QUARTER)
                    .nearest(Contracted::money)
                    .compare("customers", Contracted::customers, companies())
                    .compare("money", Contracted::money, money(TENTH))
                    .compare("publicSector", Contracted::publicSector, exact());

    private static final FactRule<Launched> LAUNCHED =
            FactRule.of("launched", Launched.class)
                    .key("product", claim -> Keys.text(claim.product()))
                    .key("version", claim -> Keys.text(claim.version()))
                    .within(MONTH)
                    .compare("product", Launched::product, words())
                    .compare("version", Launched::version, words());

    private static final FactRule<Discontinued> DISCONTINUED =
            FactRule.of("discontinued", Discontinued.class)
                    .key("product", claim -> Keys.text(claim.product()))
                    .key("version", claim -> Keys.text(claim.version()))
                    .within(MONTH)
                    .compare("product", Discontinued::product, words())
                    .compare("version", Discontinued::version, words());

    private static final FactRule<JoinedProgramme> JOINED_PROGRAMME =
            FactRule.of("joined-programme", JoinedProgramme.class)
                    .key("programme", claim -> Keys.text(claim.programme()))
                    .within(QUARTER)
                    .compare("batch", JoinedProgramme::batch, words())
                    .compare("kind", JoinedProgramme::kind, exact())
                    .compare("programme", JoinedProgramme::programme, words());

    private static final FactRule<LaidOff> LAID_OFF =
            FactRule.of("laid-off", LaidOff.class)
                    .within(WEEK)
                    .compare("count", LaidOff::count, number(TENTH))
                    .compare("percent", LaidOff::percent, number(TENTH));

    private static final FactRule<HeadcountReported> HEADCOUNT_REPORTED =
            FactRule.of("headcount-reported", HeadcountReported.class)
                    .within(MEETING)
                    .compare("count", HeadcountReported::count, number(TENTH))
                    .compare("percent", HeadcountReported::percent, number(TENTH));

    private static final FactRule<Identified> IDENTIFIED =
            FactRule.of("identified", Identified.class)
                    .key("scheme", claim -> Keys.constant(claim.scheme()))
                    .key("value", Keys::identifier)
                    .compare("scheme", Identified::scheme, exact())
                    .compare("until", Identified::until, dates())
                    .compare("value", Keys::identifier, exact());

    private static final FactRule<SameAs> SAME_AS =
            FactRule.of("same-as", SameAs.class)
                    .key("company", claim -> claim.company().value())
                    .compare("company", SameAs::company, exact());

    /// What [#byType] gave, by the class of the details: every claim asks several times.
    private static final Map<Class<?>, FactRule<?>> BY_DETAILS = new ConcurrentHashMap<>();

    private FactRules() {}

    /// Every rule, in the order of the catalogue.
    static List<FactRule<?>> all() {
        return List.of(
                FOUNDED,
                FUNDED,
                RELOCATED,
                PARTNERED,
                VALUED,
                ACQUIRED,
                MERGED,
                LISTED,
                DELISTED,
                CLOSED,
                RENAMED,
                OFFICE_OPENED,
                OFFICE_CLOSED,
                APPOINTED,
                DEPARTED,
                CONTRACTED,
                LAUNCHED,
                DISCONTINUED,
                JOINED_PROGRAMME,
                LAID_OFF,
                HEADCOUNT_REPORTED,
                IDENTIFIED,
                SAME_AS);
    }

    /// The rule of a claim; null for an annotation, which is none.
    static @Nullable FactRule<?> of(CompanyEvent details) {
        FactRule<?> known = BY_DETAILS.get(details.getClass());
        return known == null && !(details instanceof Annotation) ? remembered(details) : known;
    }

    private static @Nullable FactRule<?> remembered(CompanyEvent details) {
        FactRule<?> rule = byType(details);
        if (rule != null) {
            BY_DETAILS.put(details.getClass(), rule);
        }
        return rule;
    }

    private static @Nullable FactRule<?> byType(CompanyEvent details) {
        return switch (details) {
            case Founded claim -> FOUNDED;
            case Funded claim -> FUNDED;
            case Relocated claim -> RELOCATED;
            case Partnered claim -> PARTNERED;
            case Valued claim -> VALUED;
            case Acquired claim -> ACQUIRED;
            case Merged claim -> MERGED;
            case Listed claim -> LISTED;
            case Delisted claim -> DELISTED;
            case Closed claim -> CLOSED;
            case Renamed claim -> RENAMED;
            case OfficeOpened claim -> OFFICE_OPENED;
            case OfficeClosed claim -> OFFICE_CLOSED;
            case Appointed claim -> APPOINTED;
            case Departed claim -> DEPARTED;
            case Contracted claim -> CONTRACTED;
            case Launched claim -> LAUNCHED;
            case Discontinued claim -> DISCONTINUED;
            case JoinedProgramme claim -> JOINED_PROGRAMME;
            case LaidOff claim -> LAID_OFF;
            case HeadcountReported claim -> HEADCOUNT_REPORTED;
            case Identified claim -> IDENTIFIED;
            case SameAs claim -> SAME_AS;
            case Annotation annotation -> null;
        };
    }
}
