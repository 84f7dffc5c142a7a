# PowerShell completion for fbmsg; made by: fbmsg completion powershell

Register-ArgumentCompleter -Native -CommandName fbmsg -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # of: the command it belongs to, '' for all; place: the first argument is 0
    $table = @(
        @{ of = 'fbmsg'; kind = 'command'; name = 'config'; about = 'Show and change the settings' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'link'; about = 'Show the URL where a Facebook Page is linked to Vonage' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'listen'; about = 'Receive messages: one JSON record a line' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'send'; about = 'Send a message from a Page to a user' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'reply'; about = 'Answer the messages whose records come on standard input' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'jwt'; about = 'Sign a JWT of the application' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'emulate'; about = 'Serve the Messages API on this machine, for tests and tries' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'trigger'; about = 'Post one signed webhook to a URL, as Vonage would' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'replay'; about = 'Post recorded webhooks again, signed afresh' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'demo'; about = 'Show the whole conversation, offline, on this machine' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'explain'; about = 'Say what an error code means and what to do' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'completion'; about = 'Print a completion script for a shell' },
        @{ of = 'fbmsg'; kind = 'command'; name = 'help'; about = 'Show the help of a command' },
        @{ of = ''; kind = 'option'; name = '--color'; about = 'Colour help: auto (on a terminal), always, never'; takes = 'words'; words = @('auto', 'always', 'never') },
        @{ of = ''; kind = 'option'; name = '--config'; about = 'Config file, or ''none'' to read none (default: ~/.config/fbmsg/config.json)'; takes = 'file'; words = @() },
        @{ of = ''; kind = 'option'; name = '--help'; about = 'Show this help and exit'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '-h'; about = 'Show this help and exit'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--no-input'; about = 'Never ask; fail instead'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--offline'; about = 'Refuse every connection that leaves this machine'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--profile'; about = 'Profile of the config file'; takes = 'text'; words = @() },
        @{ of = ''; kind = 'option'; name = '--quiet'; about = 'No hints and notes on standard error; warnings and errors stay'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '-q'; about = 'No hints and notes on standard error; warnings and errors stay'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--trace'; about = 'Show HTTP requests and answers on standard error, secrets left out'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--verbose'; about = 'Say more on standard error; twice: stack traces of errors too'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '-v'; about = 'Say more on standard error; twice: stack traces of errors too'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '--version'; about = 'Show the version and exit'; takes = 'none'; words = @() },
        @{ of = ''; kind = 'option'; name = '-V'; about = 'Show the version and exit'; takes = 'none'; words = @() },
        @{ of = 'fbmsg config'; kind = 'command'; name = 'show'; about = 'Print the effective settings, key=value' },
        @{ of = 'fbmsg config'; kind = 'command'; name = 'get'; about = 'Print one effective setting; exit 1 if it is not set' },
        @{ of = 'fbmsg config'; kind = 'command'; name = 'set'; about = 'Write one setting into the config file' },
        @{ of = 'fbmsg config'; kind = 'command'; name = 'unset'; about = 'Take one setting out of the config file' },
        @{ of = 'fbmsg config'; kind = 'command'; name = 'path'; about = 'Print the config file''s path' },
        @{ of = 'fbmsg config show'; kind = 'option'; name = '--origin'; about = 'Add where each comes from, after a tab'; takes = 'none'; words = @() },
        @{ of = 'fbmsg config get'; kind = 'argument'; place = 0; about = 'KEY'; takes = 'words'; words = @('application_id', 'private_key_path', 'page_id', 'signature_secret_path', 'api_key', 'api_secret_path', 'port', 'api_url') },
        @{ of = 'fbmsg config set'; kind = 'argument'; place = 0; about = 'KEY'; takes = 'words'; words = @('application_id', 'private_key_path', 'page_id', 'signature_secret_path', 'api_key', 'api_secret_path', 'port', 'api_url') },
        @{ of = 'fbmsg config set'; kind = 'argument'; place = 1; about = 'VALUE'; takes = 'text'; words = @() },
        @{ of = 'fbmsg config unset'; kind = 'argument'; place = 0; about = 'KEY'; takes = 'words'; words = @('application_id', 'private_key_path', 'page_id', 'signature_secret_path', 'api_key', 'api_secret_path', 'port', 'api_url') },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--dashboard'; about = 'Show the newer page instead, in Vonage''s dashboard'; takes = 'none'; words = @() },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--jwt'; about = 'Add a fresh token on a second line'; takes = 'none'; words = @() },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg link'; kind = 'option'; name = '--open'; about = 'Open the URL in a browser too'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'arguments'; place = 0; about = '-- COMMAND ARG'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--ack-timeout'; about = 'Answer 503 if that takes longer, and go on (default: 10s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--bind'; about = 'Address to listen on (default: 127.0.0.1, and ::1 where there is one)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--count'; about = 'End after so many events (default: 1)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--event'; about = 'What to take: inbound (default: messages), status, or any'; takes = 'words'; words = @('inbound', 'status', 'any') },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--exec-timeout'; about = 'How long the command or the target may take (default: 60s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--failed'; about = 'Add to it the records that the command failed at'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--follow'; about = 'Go on until told to end'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--format'; about = 'json (default: a record a line), sh (assignments to eval, a line each), or pretty (for people)'; takes = 'words'; words = @('json', 'sh', 'pretty') },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--forward-to'; about = 'Post each webhook on as it came; the target''s 2xx is the answer''s'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--from-user'; about = 'Only this user: who wrote, or who was written to'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--jobs'; about = 'Hand on so many at once, of different users (default: 1)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--keep-env'; about = 'Leave the command the variables that hold secrets by their value'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--keep-secrets'; about = 'Leave secrets in the headers of those files'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--max-age'; about = 'How old a signature may be (default: 25h, Vonage''s redeliveries included)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--max-body'; about = 'Largest body taken, for example 512k or 2m (default: 1m)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--path'; about = 'The only path that is taken (default: any)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--port'; about = 'Port; 0 takes any free one (default: 3000)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--port-file'; about = 'Write the port into a file while listening'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--print'; about = 'Print one field of each record: from, text, payload.message.content.type, and so on'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--raw'; about = 'Print each body''s own bytes, and a newline'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--record'; about = 'Keep each webhook as a file, before anything else, for ''fbmsg replay'''; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--reply'; about = 'Send back what the command prints, if it ends with 0'; takes = 'none'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--save-media'; about = 'Save the files of messages; records say as "file" where'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--seen'; about = 'Remember what is done: over restarts too, nothing is handed on twice'; takes = 'file'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--timeout'; about = 'Give up after that long, with exit code 124'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--type'; about = 'Only messages of a type: text, image, audio, video, file, unsupported'; takes = 'text'; words = @() },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--unmatched'; about = 'Answer to what is not taken: 200, or 503 to have it again (default: 503 for messages, 200 for statuses)'; takes = 'words'; words = @('200', '503') },
        @{ of = 'fbmsg listen'; kind = 'option'; name = '--verify'; about = 'Check signatures: auto (default: if a secret is configured), require, or off'; takes = 'words'; words = @('auto', 'require', 'off') },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--api'; about = 'v1 (default) or v0.1'; takes = 'words'; words = @('v1', 'v0.1') },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--audio'; about = 'A sound: mp3'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--batch'; about = 'Send many: a file with one message a line as JSON, or ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--category'; about = 'response (the API''s default), update, or message_tag'; takes = 'words'; words = @('response', 'update', 'message_tag') },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--client-ref'; about = 'Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--concurrency'; about = 'With --batch: so many on their way at once (default: 8)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--dry-run'; about = 'Show the request instead of sending it'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--file'; about = 'Any other file: pdf, zip, ..'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--from'; about = 'The Page (default: the profile''s page_id)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--image'; about = 'An image at a public URL: jpg, png or gif'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--journal'; about = 'With --batch: remember what was sent, so that a rerun sends the rest'; takes = 'file'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--json'; about = 'Print records; errors as JSON too'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--port'; about = 'With --wait: where its statuses come to; 0 takes any free port (default: 3000)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--rate'; about = 'With --batch: no more than that (default: no limit)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--raw-json'; about = 'Members of the request''s body as the API has them, from a file or ''-'''; takes = 'file'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--resend-unknown'; about = 'With --journal: send what left without an answer again, perhaps twice'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--split'; about = 'Send a text that is too long as several messages'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--stop-on-error'; about = 'With --batch: end at the first line that fails'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--tag'; about = 'With message_tag: why, outside the 24-hour window'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--text'; about = 'The text, at most 640 characters'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--text-file'; about = 'The text from a file, or ''-'' for standard input; one final newline is dropped'; takes = 'file'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--timeout'; about = 'How long a message may take, attempts and all (default: 30s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--to'; about = 'The user'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--unchecked'; about = 'Leave the lengths of text, reference and URL to the API'; takes = 'none'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--video'; about = 'A video: mp4'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--wait'; about = 'Wait until the message is submitted, delivered or read'; takes = 'words'; words = @('submitted', 'delivered', 'read') },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--wait-timeout'; about = 'With --wait: give up after that long, with exit code 124 (default: 60s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--webhook-url'; about = 'Where this message''s statuses go, instead of the application''s URL'; takes = 'text'; words = @() },
        @{ of = 'fbmsg send'; kind = 'option'; name = '--webhook-version'; about = 'Form of its statuses: v1 or v0.1'; takes = 'words'; words = @('v1', 'v0.1') },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--api'; about = 'v1 (default) or v0.1'; takes = 'words'; words = @('v1', 'v0.1') },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--audio'; about = 'A sound: mp3'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--category'; about = 'response (the API''s default), update, or message_tag'; takes = 'words'; words = @('response', 'update', 'message_tag') },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--client-ref'; about = 'Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--dry-run'; about = 'Show the request instead of sending it'; takes = 'none'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--failed'; about = 'Add to it the records that got no answer'; takes = 'file'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--file'; about = 'Any other file: pdf, zip, ..'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--image'; about = 'An image at a public URL: jpg, png or gif'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--json'; about = 'Print records; errors as JSON too'; takes = 'none'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--raw-json'; about = 'Members of the request''s body as the API has them, from a file or ''-'''; takes = 'file'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--seen'; about = 'Remember who was answered: over reruns too, nobody is answered twice'; takes = 'file'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--split'; about = 'Send a text that is too long as several messages'; takes = 'none'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--tag'; about = 'With message_tag: why, outside the 24-hour window'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--template'; about = 'The text, with {text}, {from} and {type} of the message in it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--text'; about = 'The text, at most 640 characters'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--text-file'; about = 'The text from a file, or ''-'' for standard input; one final newline is dropped'; takes = 'file'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--timeout'; about = 'How long a message may take, attempts and all (default: 30s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--unchecked'; about = 'Leave the lengths of text, reference and URL to the API'; takes = 'none'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--video'; about = 'A video: mp4'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--webhook-url'; about = 'Where this message''s statuses go, instead of the application''s URL'; takes = 'text'; words = @() },
        @{ of = 'fbmsg reply'; kind = 'option'; name = '--webhook-version'; about = 'Form of its statuses: v1 or v0.1'; takes = 'words'; words = @('v1', 'v0.1') },
        @{ of = 'fbmsg jwt'; kind = 'command'; name = 'decode'; about = 'Show a token''s header and claims, unverified' },
        @{ of = 'fbmsg jwt'; kind = 'command'; name = 'verify'; about = 'Check a token''s form, signature, dates and application' },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--acl'; about = 'Permissions: {"paths":{"/*/messages/**":{}}}'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--claim'; about = 'One more claim; may be repeated'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--exp'; about = 'When it expires: RFC 3339 or unix seconds'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--header'; about = 'Print ''Authorization: Bearer TOKEN'', for curl -H @-'; takes = 'none'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--nbf'; about = 'Not valid before: RFC 3339 or unix seconds'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--sub'; about = 'Subject: a user of Vonage''s Client SDKs'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt'; kind = 'option'; name = '--ttl'; about = 'How long it is valid: 90s, 5m, 1h; at most 24h (default: 15m)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt decode'; kind = 'argument'; place = 0; about = 'TOKEN'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt verify'; kind = 'argument'; place = 0; about = 'TOKEN'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt verify'; kind = 'option'; name = '--api-url'; about = 'The Messages API, or an emulator of it'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt verify'; kind = 'option'; name = '--application-id'; about = 'The Vonage application (a UUID)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg jwt verify'; kind = 'option'; name = '--key'; about = 'Its private key; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg jwt verify'; kind = 'option'; name = '--public-key'; about = 'The application''s public key, instead of the public half of its private key'; takes = 'file'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--bind'; about = 'Address to listen on, for other machines and containers (default: 127.0.0.1, and ::1 where there is one)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--env-file'; about = 'Write the settings into a file to source; it is removed at the end'; takes = 'file'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--inbound-url'; about = 'Where users'' messages are posted (default: http://127.0.0.1:3000/webhooks/inbound)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--port'; about = 'Port; 0 takes any free one (default: 4010)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--port-file'; about = 'Write the port into a file, which is removed at the end'; takes = 'file'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--rate'; about = 'Refuse more messages with 429; also N/m and N/h (default: none)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--seed'; about = 'Make the same ids in each run'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--status-url'; about = 'Where it is told what became of messages (default: http://127.0.0.1:3000/webhooks/status)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--time-scale'; about = 'Multiplies all waiting: for statuses, and between attempts (default: 1)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg emulate'; kind = 'option'; name = '--webhook-version'; about = 'The form of the webhooks: v1 (default) or v0.1'; takes = 'words'; words = @('v0.1', 'v1') },
        @{ of = 'fbmsg trigger'; kind = 'argument'; place = 0; about = 'KIND'; takes = 'words'; words = @('inbound', 'status') },
        @{ of = 'fbmsg trigger'; kind = 'argument'; place = 1; about = 'URL'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--api'; about = 'The webhook''s form: v1 (default) or v0.1'; takes = 'words'; words = @('v0.1', 'v1') },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--audio'; about = 'inbound: the user sends this file'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--bad-signature'; about = 'Sign with another secret'; takes = 'none'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--body'; about = 'Post these very bytes; ''-'' for standard input'; takes = 'file'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--client-ref'; about = 'status: the reference that the message was sent with'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--file'; about = 'inbound: the user sends this file'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--image'; about = 'inbound: the user sends this file'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--message-uuid'; about = 'The message (default: a new one)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--page'; about = 'The Page (default: the setting page_id, or 0000000000000000)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--psid'; about = 'The Facebook user (default: 1111111111111111)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--status'; about = 'status: submitted, delivered (default), read, rejected or undeliverable'; takes = 'words'; words = @('submitted', 'delivered', 'read', 'rejected', 'undeliverable') },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--text'; about = 'inbound: what the user writes'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--timeout'; about = 'How long the answer may take (default: 30s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--unsigned'; about = 'Leave the signature out'; takes = 'none'; words = @() },
        @{ of = 'fbmsg trigger'; kind = 'option'; name = '--video'; about = 'inbound: the user sends this file'; takes = 'text'; words = @() },
        @{ of = 'fbmsg replay'; kind = 'argument'; place = 0; about = 'URL'; takes = 'text'; words = @() },
        @{ of = 'fbmsg replay'; kind = 'arguments'; place = 1; about = 'FILE'; takes = 'file'; words = @() },
        @{ of = 'fbmsg replay'; kind = 'option'; name = '--stop-on-error'; about = 'End at the first that is not answered 2xx'; takes = 'none'; words = @() },
        @{ of = 'fbmsg replay'; kind = 'option'; name = '--timeout'; about = 'How long each answer may take (default: 30s)'; takes = 'text'; words = @() },
        @{ of = 'fbmsg replay'; kind = 'option'; name = '--unsigned'; about = 'Leave the signatures out'; takes = 'none'; words = @() },
        @{ of = 'fbmsg explain'; kind = 'argument'; place = 0; about = 'CODE'; takes = 'text'; words = @() },
        @{ of = 'fbmsg explain'; kind = 'option'; name = '--all'; about = 'List all codes and tags'; takes = 'none'; words = @() },
        @{ of = 'fbmsg explain'; kind = 'option'; name = '--json'; about = 'Print JSON: one object a code'; takes = 'none'; words = @() },
        @{ of = 'fbmsg completion'; kind = 'argument'; place = 0; about = 'SHELL'; takes = 'words'; words = @('bash', 'zsh', 'fish', 'powershell') },
        @{ of = 'fbmsg help'; kind = 'arguments'; place = 0; about = 'COMMAND'; takes = 'words'; words = @('config', 'link', 'listen', 'send', 'reply', 'jwt', 'emulate', 'trigger', 'replay', 'demo', 'explain', 'completion', 'help') }
    )

    $command = 'fbmsg'
    $place = 0
    $option = $null
    $ended = $false
    foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $word = $element.Extent.Text
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $word = $element.Value
        }
        if ($null -ne $option) { $option = $null; continue }
        if ($ended) { $place++; continue }
        if ($word -ceq '--') { $ended = $true; continue }
        $known = @($table | Where-Object { (($_.of -ceq $command) -or ($_.of -ceq '')) -and ($_.name -ceq $word) })
        if (($known.Count -gt 0) -and ($known[0].kind -ceq 'command')) {
            $command = "$command $word"
            $place = 0
        } elseif (($known.Count -gt 0) -and ($known[0].kind -ceq 'option')) {
            if ($known[0].takes -cne 'none') { $option = $known[0] }
        } elseif (-not $word.StartsWith('-')) {
            $place++
        }
    }

    $here = @($table | Where-Object { ($_.of -ceq $command) -or ($_.of -ceq '') })
    $typed = "$wordToComplete"
    $before = ''
    $equals = $typed.IndexOf('=')
    if (($null -eq $option) -and (-not $ended) -and $typed.StartsWith('--') -and ($equals -gt 0)) {
        $name = $typed.Substring(0, $equals)
        $named = @($here | Where-Object { ($_.kind -ceq 'option') -and ($_.name -ceq $name) })
        if ($named.Count -eq 0) { return }
        $option = $named[0]
        $before = $typed.Substring(0, $equals + 1)
    }

    $offers = @()
    if ($null -ne $option) {
        foreach ($value in $option.words) { $offers += @{ text = "$before$value"; about = $option.about } }
    } elseif ($typed.StartsWith('-') -and (-not $ended)) {
        foreach ($entry in $here) {
            if ($entry.kind -ceq 'option') { $offers += @{ text = $entry.name; about = $entry.about } }
        }
    } else {
        foreach ($entry in $here) {
            if (($entry.kind -ceq 'command') -and ($place -eq 0) -and (-not $ended)) {
                $offers += @{ text = $entry.name; about = $entry.about }
            } elseif ((($entry.kind -ceq 'argument') -and ($entry.place -eq $place)) -or
                      (($entry.kind -ceq 'arguments') -and ($entry.place -le $place))) {
                foreach ($value in $entry.words) { $offers += @{ text = $value; about = $entry.about } }
            }
        }
    }

    # where nothing is offered, PowerShell completes files by itself
    foreach ($offer in $offers) {
        $text = $offer.text
        if ($text.StartsWith($typed, [System.StringComparison]::Ordinal)) {
            [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $offer.about)
        }
    }
}
