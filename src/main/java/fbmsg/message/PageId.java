package fbmsg.message;

/** A Facebook Page: the business's side of a conversation. Opaque, 1 to 50 characters. */
public record PageId(String value) {
    public PageId {
        Id.checked(value, "Page id", "it is the \"to\" of an inbound message, or shown where the Page is linked");
    }

    @Override
    public String toString() {
        return value;
    }
}
