package fbmsg.catalogue;

import java.util.Locale;

/**
 * What somebody looks for, as it may be copied from anywhere: {@code 1340}, {@code #low-balance}, a whole {@code type}
 * that ends in one, or a title.
 */
record Asked(String plain) {

    /** Case, blanks and signs make no difference: the APIs themselves write {@code InvalidParams} and invalid-params. */
    static Asked of(String typed) {
        return new Asked(plain(typed.substring(typed.lastIndexOf('#') + 1)));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    boolean is(String name) {
        return plain.equals(plain(name));
    }

    /** Whether a part of the name was typed; of numbers that would be chance. */
    boolean isPartOf(String name) {
        return plain.length() > 3
                && !Character.isDigit(plain.charAt(0))
                && plain(name).contains(plain);
    }

    /**
     * How many slips of the hand lie between the two: a letter left out, added, wrong, or two that changed places.
     *
     * @return more than any likeness allows, where a name is far longer than any of ours
     */
    int slips(String name) {
        String other = plain(name);
        if (Math.abs(plain.length() - other.length()) > mostSlips()) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[plain.length() + 1][other.length() + 1];
        for (int i = 0; i <= plain.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, other, i, j);
            }
        }
        return cost[plain.length()][other.length()];
    }

    /** One in four characters, of a number one digit; what is shorter than any name of ours is like all of them. */
    int mostSlips() {
        return plain.length() < 3 ? 0 : Math.max(1, Math.min(plain.length() / 4, 5));
    }

    /** How many characters both begin with. */
    int sameStart(String name) {
        String other = plain(name);
        int same = 0;
        while (same < Math.min(plain.length(), other.length()) && plain.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private int cheapest(int[][] cost, String other, int i, int j) {
        int changed = plain.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && plain.charAt(i - 1) == other.charAt(j - 2)
                && plain.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
