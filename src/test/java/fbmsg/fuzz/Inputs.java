package fbmsg.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Numbered inputs: each depends on the seed and its number alone, so that any can be had again. */
final class Inputs {
    private static final int LONGEST = 8192;

    /** Bytes that mean something to one parser or another, or are at an edge of UTF-8. */
    private static final byte[] SIGNS =
            "\0\t\n\r \"\\{}[]:,.-+eE019=&?%/;'$`()#~@_\u007f".getBytes(StandardCharsets.UTF_8);

    private static final int[] EDGES = {0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf8, 0xfe, 0xff};

    private final List<byte[]> good;
    private final List<byte[]> words;
    private final long seed;

    Inputs(List<byte[]> good, List<String> words, long seed) {
        this.good = good;
        this.words = words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList();
        this.seed = seed;
    }

    byte[] at(long number) {
        if (number < good.size()) {
            return good.get((int) number);
        }
        SplittableRandom random = new SplittableRandom(seed * 0xd1342543de82ef95L + number);
        int kind = random.nextInt(32);
        if (kind == 0) {
            return noise(random, random.nextInt(64));
        }
        return kind < 4 && !words.isEmpty() ? words(random) : mutated(random);
    }

    private byte[] mutated(SplittableRandom random) {
        byte[] input = any(good, random);
        do {
            input = changed(input, random);
        } while (random.nextBoolean());
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changed(byte[] input, SplittableRandom random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(random.nextInt(8) == 0 ? input.length + 1 : 8));
        return switch (random.nextInt(12)) {
            case 0 -> flipped(input, random);
            case 1 -> replaced(input, from, Math.min(input.length, from + 1), sign(random));
            case 2 -> replaced(input, from, from, sign(random));
            case 3 -> replaced(input, from, to, noise(random, random.nextInt(5)));
            case 4 -> replaced(input, from, from, word(random));
            case 5 -> replaced(input, from, to, word(random));
            case 6 -> replaced(input, from, to, new byte[0]);
            case 7 -> replaced(input, random.nextInt(input.length + 1), Arrays.copyOfRange(input, from, to));
            case 8 -> replaced(input, from, to, part(any(good, random), random));
            case 9 -> replaced(input, from, repeated(Arrays.copyOfRange(input, from, to), random));
            case 10 -> Arrays.copyOf(input, from);
            default -> digit(input, random);
        };
    }

    private byte[] words(SplittableRandom random) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        do {
            input.writeBytes(word(random));
        } while (random.nextInt(12) > 0);
        return input.toByteArray();
    }

    private byte[] word(SplittableRandom random) {
        return words.isEmpty() ? sign(random) : any(words, random);
    }

    private static byte[] sign(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? new byte[] {(byte) EDGES[random.nextInt(EDGES.length)]}
                : new byte[] {SIGNS[random.nextInt(SIGNS.length)]};
    }

    private static byte[] noise(SplittableRandom random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] flipped(byte[] input, SplittableRandom random) {
        byte[] flipped = input.clone();
        if (input.length > 0) {
            flipped[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Another digit where one stands: numbers that stay numbers. */
    private static byte[] digit(byte[] input, SplittableRandom random) {
        byte[] other = input.clone();
        for (int i = input.length == 0 ? 0 : random.nextInt(input.length); i < input.length; i++) {
            if (input[i] >= '0' && input[i] <= '9') {
                other[i] = (byte) ('0' + random.nextInt(10));
                break;
            }
        }
        return other;
    }

    private static byte[] part(byte[] of, SplittableRandom random) {
        int from = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, from, from + random.nextInt(of.length - from + 1));
    }

    private static byte[] repeated(byte[] what, SplittableRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(4) == 0 ? random.nextInt(700) : random.nextInt(4); i >= 0; i--) {
            out.writeBytes(what.length < 12 ? what : new byte[0]);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] input, int at, byte[] by) {
        return replaced(input, at, at, by);
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] out = new byte[input.length - (to - from) + by.length];
        System.arraycopy(input, 0, out, 0, from);
        System.arraycopy(by, 0, out, from, by.length);
        System.arraycopy(input, to, out, from + by.length, input.length - to);
        return out;
    }

    private static byte[] any(List<byte[]> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
