package org.companytimeline.model;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.IdentifierScheme;

/// An identifier as it is searched for: its scheme and its value without what people add or leave
/// out, such as spaces, case and leading zeros.
public final class IdentifierKey {

    private static final Pattern URL =
            Pattern.compile(
                    "(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\\s]*@)?([^/:?#@\\s]+\\.[^/:?#@\\s]+?)\\.?(?::\\d+)?([/?#]\\S*)?");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}_.-]{1,100}");

    private IdentifierKey() {}

    /// The key of a company's identifier.
    public static String of(IdentifierScheme scheme, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return key(
                scheme,
                switch (scheme) {
                    case CIK -> withoutZeros(compact(plain));
                    case LEI, SIREN, WIKIDATA, COMPANIES_HOUSE -> compact(plain);
                    case DOMAIN, CRUNCHBASE -> plain;
                    case ALIAS -> SearchKey.of(value);
                });
    }

    /// The keys of the identifiers that a question may mean; none for most questions.
    public static Set<String> asked(String question) {
        Set<String> keys = new TreeSet<>();
        String plain = question.strip().toLowerCase(Locale.ROOT);
        addNumbers(keys, compact(plain));
        Matcher url = URL.matcher(plain);
        if (url.matches()) {
            String path = url.group(2) == null ? "" : url.group(2);
            addHost(keys, url.group(1));
            addPage(keys, url.group(1), path);
        }
        if (SLUG.matcher(plain).matches()) {
            keys.add(key(IdentifierScheme.CRUNCHBASE, plain));
        }
        return keys;
    }

    private static void addNumbers(Set<String> keys, String compact) {
        if (compact.matches("[a-z0-9]{20}")) {
            keys.add(key(IdentifierScheme.LEI, compact));
        }
        if (compact.matches("q[1-9][0-9]{0,18}")) {
            keys.add(key(IdentifierScheme.WIKIDATA, compact));
        }
        if (compact.matches("[0-9]{9}")) {
            keys.add(key(IdentifierScheme.SIREN, compact));
        }
        if (compact.matches("[a-z0-9]{8}")) {
            keys.add(key(IdentifierScheme.COMPANIES_HOUSE, compact));
        } else if (compact.matches("[0-9]{5,7}")) {
            keys.add(
                    key(
                            IdentifierScheme.COMPANIES_HOUSE,
                            "0".repeat(8 - compact.length()) + compact));
        }
        String number = compact.startsWith("cik") ? compact.substring(3) : compact;
        if (number.matches("[0-9]{1,10}")) {
            keys.add(key(IdentifierScheme.CIK, withoutZeros(number)));
        }
    }

    private static void addHost(Set<String> keys, String written) {
        String host;
        try {
            host = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return;
        }
        if (HOST.matcher(host).matches()) {
            keys.add(key(IdentifierScheme.DOMAIN, host));
            if (host.startsWith("www.")) {
                keys.add(key(IdentifierScheme.DOMAIN, host.substring(4)));
            }
        }
    }

    /// The identifier in the address of a page of the site or register that gives it.
    private static void addPage(Set<String> keys, String host, String path) {
        String last =
                path.replaceFirst("[?#].*", "").replaceFirst("/+$", "").replaceFirst(".*/", "");
        if (isOf(host, "wikidata.org")
                || isOf(host, "company-information.service.gov.uk")
                || isOf(host, "gleif.org")) {
            addNumbers(keys, compact(last));
        } else if (isOf(host, "crunchbase.com") && SLUG.matcher(last).matches()) {
            keys.add(key(IdentifierScheme.CRUNCHBASE, last));
        }
    }

    private static boolean isOf(String host, String site) {
        return host.equals(site) || host.endsWith("." + site);
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s.\\u00a0\\u202f-]", "");
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static String key(IdentifierScheme scheme, String value) {
        return SearchKey.cut(Keys.constant(scheme) + ":" + value);
    }
}
