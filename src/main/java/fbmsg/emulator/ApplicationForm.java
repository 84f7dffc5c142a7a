package fbmsg.emulator;

import fbmsg.Failure;
import fbmsg.emulator.rules.Inspection;
import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.emulator.rules.Rule;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Application;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.jwt.PublicKeyFile;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** An application as it stands in requests and answers. */
final class ApplicationForm {
    private static final Rule POST = value ->
            value.string().filter("POST"::equals).isPresent() ? Optional.empty() : Optional.of("must be one of: POST");

    private ApplicationForm() {}

    static Document read(Request request) throws Refused {
        Body.mustBeJson(request);
        Body.mustBeSmall(request);
        Document body = Body.object(request, where -> Problem.invalidJson(400, where));
        String webhooks = "capabilities.messages.webhooks.";
        Inspection inspection = new Inspection(body)
                .required("name", Rule.filled())
                .optional("keys", Rule.object())
                .optional("keys.public_key", Rule.string())
                .optional("capabilities", Rule.object())
                .optional("capabilities.messages", Rule.object())
                .optional("capabilities.messages.version", Rule.oneOf(Version.names()))
                .optional("capabilities.messages.webhooks", Rule.object());
        for (String url : List.of("inbound_url", "status_url")) {
            inspection
                    .optional(webhooks + url, Rule.object())
                    .optional(webhooks + url + ".address", Rule.url())
                    .optional(webhooks + url + ".http_method", POST);
        }
        inspection.optional("privacy", Rule.object()).optional("privacy.improve_ai", Rule.yesOrNo());
        if (!inspection.invalid().isEmpty()) {
            throw new Refused(ApplicationProblem.of("payload-validation", inspection.invalid()));
        }
        return body;
    }

    static Optional<RSAPublicKey> key(Document body) throws Refused {
        Optional<String> pem = body.text("keys.public_key");
        try {
            return pem.map(text -> PublicKeyFile.read(text, "of the request"));
        } catch (Failure e) {
            throw new Refused(ApplicationProblem.of(
                    "payload-validation",
                    List.of(new Problem.InvalidParameter(
                            "keys.public_key", "Must be an RSA public key in PEM form."))));
        }
    }

    static Application application(String id, Document body, RSAPublicKey key) {
        boolean improveAi = body.at("privacy.improve_ai")
                .map(value -> value.equals(Document.of(true)))
                .orElse(true);
        return new Application(
                id,
                body.text("name").orElseThrow(),
                key,
                body.member("capabilities").orElse(Document.object().build()),
                improveAi);
    }

    static Document shown(Application application, Optional<String> privatePem) {
        return Document.object()
                .with("id", application.id())
                .with("name", application.name())
                .with(
                        "keys",
                        Document.object()
                                .with("public_key", PublicKeyFile.print(application.key()))
                                .with("private_key", privatePem)
                                .build())
                .with("capabilities", application.capabilities())
                .with(
                        "privacy",
                        Document.object()
                                .with("improve_ai", Document.of(application.improveAi()))
                                .build())
                .with(
                        "_links",
                        Document.object()
                                .with("self", Paging.link(ApplicationsApi.ROOT + "/" + application.id()))
                                .build())
                .build();
    }
}
