/** Nothing: what a JVM costs by itself. */
public final class Bare {
    private Bare() {}

    public static void main(String[] args) {}
}
