package org.companytimeline.mapping.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.companytimeline.event.CompanyId;

/// Company ids made of what files have: permalinks, or names. The same text gives the same id for
/// ever.
public final class CompanyIds {

    private static final int MOST_SLUG_CHARACTERS = 71;
    private static final int HASH_BYTES = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h.,-]+");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");
    private static final Pattern LIKE_HASHED = Pattern.compile("(.*-)?[0-9a-f]{8}");

    private CompanyIds() {}

    /// The id that a permalink means: its last part in lower case where that is an id, else a slug
    /// of it and a hyphen and 8 hexadecimal digits of its SHA-256. So upper and lower case are one
    /// company, and two permalinks share an id only if both slug and digits are alike.
    public static CompanyId ofPermalink(String permalink) {
        String last = lastPart(permalink);
        return CompanyId.isValid(last) ? new CompanyId(last) : hashed(last, last);
    }

    /// What stands last in a path, in lower case; the whole text where there is no path.
    public static String lastPart(String permalink) {
        int end = permalink.length();
        while (end > 0 && permalink.charAt(end - 1) == '/') {
            end--;
        }
        return permalink
                .substring(permalink.lastIndexOf('/', end - 1) + 1, end)
                .toLowerCase(Locale.ROOT);
    }

    /// The id that a name means. Names that differ only in case, spaces, hyphens, full stops,
    /// commas and apostrophes are one company. If that leaves nothing but words of ASCII letters
    /// and digits, the id is these with hyphens between them; else, or if that looks like an id
    /// with a hash or is too long, it is a slug, a hyphen and 8 hexadecimal digits.
    ///
    /// @param apart what tells equal names apart, such as a city; then there is always a hash, over
    ///   these too
    public static CompanyId ofName(String name, List<String> apart) {
        String same = folded(name);
        String slug = same.replace(' ', '-');
        boolean plain =
                apart.isEmpty()
                        && WORDS.matcher(same).matches()
                        && CompanyId.isValid(slug)
                        && !LIKE_HASHED.matcher(slug).matches();
        if (plain) {
            return new CompanyId(slug);
        }
        StringBuilder original = new StringBuilder(same);
        apart.forEach(part -> original.append('\n').append(folded(part)));
        return hashed(same, original.toString());
    }

    /// What two names have in common that are one company's.
    static String folded(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String folded =
                SPACES.matcher(APOSTROPHES.matcher(lower).replaceAll("")).replaceAll(" ").strip();
        return folded.isEmpty() ? lower.strip() : folded;
    }

    private static CompanyId hashed(String readable, String original) {
        String slug = slug(readable);
        String hash = HexFormat.of().formatHex(sha256(original), 0, HASH_BYTES);
        return new CompanyId(slug.isEmpty() ? hash : slug + '-' + hash);
    }

    private static String slug(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String slug =
                OUTER_HYPHENS
                        .matcher(OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-"))
                        .replaceAll("");
        return slug.length() <= MOST_SLUG_CHARACTERS
                ? slug
                : slug.substring(0, MOST_SLUG_CHARACTERS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
