package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A claim that was typed as {@code NAME=VALUE}. */
record ExtraClaim(String name, Document value) {
    private static final Set<String> OWN = Set.of("application_id", "iat", "jti", "exp", "nbf", "sub", "acl");

    static List<ExtraClaim> parse(List<String> typed) {
        List<ExtraClaim> claims = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String one : typed) {
            ExtraClaim claim = parse(one);
            if (!names.add(claim.name())) {
                throw Failure.usage("--claim " + claim.name() + " is given twice", "give it once");
            }
            claims.add(claim);
        }
        return claims;
    }

    static Document acl(String typed) {
        try {
            Document acl = Json.parse(typed);
            boolean paths = acl.member("paths").flatMap(Document::members).isPresent();
            if (paths && acl.members().orElseThrow().size() == 1) {
                return acl;
            }
        } catch (MalformedJson e) {
            throw Failure.usage("--acl is not JSON (" + e.where() + ")", "give for example {\"paths\":{\"/**\":{}}}");
        }
        throw Failure.usage("--acl is not of the form {\"paths\":{…}}", "give for example {\"paths\":{\"/**\":{}}}");
    }

    private static ExtraClaim parse(String typed) {
        int equals = typed.indexOf('=');
        if (equals < 1) {
            throw Failure.usage(
                    "--claim '" + typed + "' is not of the form NAME=VALUE", "write for example role=tester");
        }
        String name = typed.substring(0, equals);
        if (OWN.contains(name)) {
            String todo = Set.of("application_id", "iat", "jti").contains(name)
                    ? "leave it out: the command sets it"
                    : "use --" + name;
            throw Failure.usage("the claim " + name + " cannot be given with --claim", todo);
        }
        return new ExtraClaim(name, value(typed.substring(equals + 1)));
    }

    private static Document value(String typed) {
        try {
            return Json.parse(typed);
        } catch (MalformedJson e) {
            return Document.of(typed); // a text, as most values are
        }
    }
}
