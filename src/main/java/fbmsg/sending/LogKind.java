package fbmsg.sending;

import fbmsg.json.Document;

/**
 * What the entries of a log are of.
 *
 * @param header the first line; a file with another one is refused
 * @param keyName the member that holds an entry's key
 * @param ifDamaged for people: what to do about a line that is no entry
 * @param ifNotWritten for people: what to do when no more can be written, and what then becomes of what was not noted
 */
record LogKind(Document header, String keyName, String ifDamaged, String ifNotWritten) {}
