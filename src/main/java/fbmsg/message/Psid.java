package fbmsg.message;

/** A Facebook user as one Page knows them (page-scoped id). Opaque, 1 to 50 characters. */
public record Psid(String value) {
    public Psid {
        Id.checked(value, "PSID", "it is the \"from\" of an inbound message");
    }

    @Override
    public String toString() {
        return value;
    }
}
