package fbmsg.http.syntax;

/** What a request line asks for: a path, a whole URL of which the path is taken, or {@code *} (RFC 9112, section 3.2). */
final class Target {
    private Target() {}

    static String of(byte[] bytes, int from, int to, String method) throws BadRequest {
        for (int i = from; i < to; i++) {
            if (!Octets.isOfTarget(bytes[i])) {
                throw new BadRequest(400, "the path holds a character that must be escaped");
            }
        }
        String target = Octets.text(bytes, from, to);
        if (target.startsWith("/") || target.equals("*") && method.equals("OPTIONS")) {
            return target;
        }
        int host = target.indexOf("://") + 3;
        if (!target.regionMatches(true, 0, "http://", 0, 7) && !target.regionMatches(true, 0, "https://", 0, 8)) {
            throw new BadRequest(400, "the path does not begin with a slash");
        }
        int path = host;
        while (path < target.length() && target.charAt(path) != '/' && target.charAt(path) != '?') {
            path++;
        }
        if (path == host) {
            throw new BadRequest(400, "the URL has no host");
        }
        return target.startsWith("/", path) ? target.substring(path) : "/" + target.substring(path);
    }
}
