package fbmsg.http;

import java.net.http.HttpResponse.BodyHandler;

/** What takes a response. */
interface Incoming<T> extends BodyHandler<T> {
    /** Whether its status and header fields are there. */
    boolean started();
}
