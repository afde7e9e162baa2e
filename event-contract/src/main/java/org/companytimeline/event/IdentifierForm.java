package org.companytimeline.event;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the identifiers of one scheme are written: each in one spelling only.
///
/// @param words what is accepted
/// @param pattern what JSON Schema can say of it
/// @param checkDigits what is checked beyond that
/// @param respelling turns other usual spellings into that one; what it makes of anything else
///   means nothing
record IdentifierForm(
        String words, Pattern pattern, CheckDigits checkDigits, UnaryOperator<String> respelling) {

    /// ISO 17442.
    private static final IdentifierForm LEI =
            new IdentifierForm(
                    "20 capitals and digits, such as 969500UP76J52A9OXU27",
                    Pattern.compile("^[0-9A-Z]{18}[0-9]{2}$"),
                    CheckDigits.MOD_97_10,
                    text -> bare(text).toUpperCase(Locale.ROOT));

    private static final IdentifierForm WIKIDATA =
            new IdentifierForm(
                    "Q and a number, such as Q2283",
                    Pattern.compile("^Q[1-9][0-9]{0,11}$"),
                    CheckDigits.NONE,
                    IdentifierForm::wikidata);

    private static final IdentifierForm SIREN =
            new IdentifierForm(
                    "nine digits, such as 552100554",
                    Pattern.compile("^[0-9]{9}$"),
                    CheckDigits.LUHN,
                    IdentifierForm::siren);

    private static final IdentifierForm COMPANIES_HOUSE =
            new IdentifierForm(
                    "eight digits, or one or two capitals and then digits, eight in all, of which"
                            + " the last may be a capital, such as 00445790 or SC095000",
                    Pattern.compile("^([0-9]{8}|[A-Z][0-9]{7}|[A-Z]{2}[0-9]{5}[0-9A-Z])$"),
                    CheckDigits.NONE,
                    IdentifierForm::companiesHouse);

    private static final IdentifierForm CIK =
            new IdentifierForm(
                    "a number of at most 10 digits without leading zeros, such as 66740",
                    Pattern.compile("^[1-9][0-9]{0,9}$"),
                    CheckDigits.NONE,
                    text -> text.replaceFirst("(?i)^\\s*cik", "").replaceAll("^[\\s#:0]+|\\s", ""));

    private static final IdentifierForm DOMAIN =
            new IdentifierForm(
                    "a host name in lower case with at least one dot, without www., international"
                            + " ones as Punycode, such as example.com",
                    Pattern.compile(
                            "^(?=.{4,253}$)(?!www\\.[^.]+\\.)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                                + "([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$"),
                    CheckDigits.NONE,
                    IdentifierForm::domain);

    private static final IdentifierForm CRUNCHBASE =
            new IdentifierForm(
                    "the last part of the permalink in lower case, at most 200 characters, such as"
                            + " mistral-ai",
                    Pattern.compile("^[^\\u0000-\\u0020/?#,|A-Z]{1,200}$"),
                    CheckDigits.NONE,
                    text -> lastPart(text).toLowerCase(Locale.ROOT));

    /// That of a scheme; null where it takes any text.
    static @Nullable IdentifierForm of(IdentifierScheme scheme) {
        return switch (scheme) {
            case LEI -> LEI;
            case WIKIDATA -> WIKIDATA;
            case SIREN -> SIREN;
            case COMPANIES_HOUSE -> COMPANIES_HOUSE;
            case CIK -> CIK;
            case DOMAIN -> DOMAIN;
            case CRUNCHBASE -> CRUNCHBASE;
            case ALIAS -> null;
        };
    }

    boolean hasPattern(String value) {
        return pattern.matcher(value).matches();
    }

    /// The accepted spelling of what is written otherwise; empty where it can't be told.
    Optional<String> respelled(String value) {
        String respelled = respelling.apply(value);
        return hasPattern(respelled) && checkDigits.hold(respelled)
                ? Optional.of(respelled)
                : Optional.empty();
    }

    /// Without the signs that group digits.
    private static String bare(String text) {
        return text.replaceAll("[\\s\\h.\u2010-\u2015-]", "");
    }

    private static String wikidata(String text) {
        String id = lastPart(text).toUpperCase(Locale.ROOT);
        return id.startsWith("Q") ? id : "Q" + id;
    }

    /// Of a SIRET, the number of one establishment, the first nine digits are the company's.
    private static String siren(String text) {
        String digits = bare(text);
        return digits.length() == 14 ? digits.substring(0, 9) : digits;
    }

    private static String companiesHouse(String text) {
        String number = bare(text).toUpperCase(Locale.ROOT);
        String letters = number.replaceFirst("[0-9].*$", "");
        return number.length() < 8 && letters.length() <= 2
                ? letters + "0".repeat(8 - number.length()) + number.substring(letters.length())
                : number;
    }

    private static String domain(String text) {
        String host =
                text.strip()
                        .replaceFirst("^(?i)[a-z][a-z0-9+.-]*://", "")
                        .replaceFirst("[/?#:].*$", "")
                        .replaceFirst("\\.$", "");
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT).replaceFirst("^www\\.(?=.+\\.)", "");
        } catch (IllegalArgumentException noHost) {
            return host;
        }
    }

    /// What stands last in a path, without a query or fragment.
    private static String lastPart(String text) {
        String path =
                text.strip()
                        .replaceFirst("^(?i)https?://[^/]*", "")
                        .replaceFirst("[?#].*$", "")
                        .replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
