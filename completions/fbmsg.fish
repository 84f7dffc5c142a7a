# fish completion for fbmsg; made by: fbmsg completion fish

# Whether the words before the cursor name this command, and gave it so many arguments.
function __fbmsg_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l command fbmsg
    set -l arguments 0
    set -l value no
    for word in $words
        if test $value = yes
            set value no
            continue
        end
        switch $word
            case --
                break
            case '-*'
                switch "$command $word"
                    case 'fbmsg* --color' 'fbmsg* --config' 'fbmsg* --profile' 'fbmsg link --api-url' 'fbmsg link --application-id' 'fbmsg link --key' 'fbmsg listen --ack-timeout' 'fbmsg listen --api-url' 'fbmsg listen --application-id' 'fbmsg listen --bind' 'fbmsg listen --count' 'fbmsg listen --event' 'fbmsg listen --exec-timeout' 'fbmsg listen --failed' 'fbmsg listen --format' 'fbmsg listen --forward-to' 'fbmsg listen --from-user' 'fbmsg listen --jobs' 'fbmsg listen --key' 'fbmsg listen --max-age' 'fbmsg listen --max-body' 'fbmsg listen --path' 'fbmsg listen --port' 'fbmsg listen --port-file' 'fbmsg listen --print' 'fbmsg listen --record' 'fbmsg listen --save-media' 'fbmsg listen --seen' 'fbmsg listen --timeout' 'fbmsg listen --type' 'fbmsg listen --unmatched' 'fbmsg listen --verify' 'fbmsg send --api' 'fbmsg send --api-url' 'fbmsg send --application-id' 'fbmsg send --audio' 'fbmsg send --batch' 'fbmsg send --category' 'fbmsg send --client-ref' 'fbmsg send --concurrency' 'fbmsg send --file' 'fbmsg send --from' 'fbmsg send --image' 'fbmsg send --journal' 'fbmsg send --key' 'fbmsg send --port' 'fbmsg send --rate' 'fbmsg send --raw-json' 'fbmsg send --tag' 'fbmsg send --text' 'fbmsg send --text-file' 'fbmsg send --timeout' 'fbmsg send --to' 'fbmsg send --video' 'fbmsg send --wait' 'fbmsg send --wait-timeout' 'fbmsg send --webhook-url' 'fbmsg send --webhook-version' 'fbmsg reply --api' 'fbmsg reply --api-url' 'fbmsg reply --application-id' 'fbmsg reply --audio' 'fbmsg reply --category' 'fbmsg reply --client-ref' 'fbmsg reply --failed' 'fbmsg reply --file' 'fbmsg reply --image' 'fbmsg reply --key' 'fbmsg reply --raw-json' 'fbmsg reply --seen' 'fbmsg reply --tag' 'fbmsg reply --template' 'fbmsg reply --text' 'fbmsg reply --text-file' 'fbmsg reply --timeout' 'fbmsg reply --video' 'fbmsg reply --webhook-url' 'fbmsg reply --webhook-version' 'fbmsg jwt --acl' 'fbmsg jwt --api-url' 'fbmsg jwt --application-id' 'fbmsg jwt --claim' 'fbmsg jwt --exp' 'fbmsg jwt --key' 'fbmsg jwt --nbf' 'fbmsg jwt --sub' 'fbmsg jwt --ttl' 'fbmsg jwt verify --api-url' 'fbmsg jwt verify --application-id' 'fbmsg jwt verify --key' 'fbmsg jwt verify --public-key' 'fbmsg emulate --bind' 'fbmsg emulate --env-file' 'fbmsg emulate --inbound-url' 'fbmsg emulate --port' 'fbmsg emulate --port-file' 'fbmsg emulate --rate' 'fbmsg emulate --seed' 'fbmsg emulate --status-url' 'fbmsg emulate --time-scale' 'fbmsg emulate --webhook-version' 'fbmsg trigger --api' 'fbmsg trigger --audio' 'fbmsg trigger --body' 'fbmsg trigger --client-ref' 'fbmsg trigger --file' 'fbmsg trigger --image' 'fbmsg trigger --message-uuid' 'fbmsg trigger --page' 'fbmsg trigger --psid' 'fbmsg trigger --status' 'fbmsg trigger --text' 'fbmsg trigger --timeout' 'fbmsg trigger --video' 'fbmsg replay --timeout'
                        set value yes
                end
            case '*'
                switch "$command $word"
                    case 'fbmsg config' 'fbmsg config show' 'fbmsg config get' 'fbmsg config set' 'fbmsg config unset' 'fbmsg config path' 'fbmsg link' 'fbmsg listen' 'fbmsg send' 'fbmsg reply' 'fbmsg jwt' 'fbmsg jwt decode' 'fbmsg jwt verify' 'fbmsg emulate' 'fbmsg trigger' 'fbmsg replay' 'fbmsg demo' 'fbmsg explain' 'fbmsg completion' 'fbmsg help'
                        set command "$command $word"
                    case '*'
                        set arguments (math $arguments + 1)
                end
        end
    end
    test "$command" = "$argv[1]"
    or return 1
    test (count $argv) -eq 1
    or test $arguments -ge $argv[2] -a $arguments -le $argv[3]
end

complete -c fbmsg -f
complete -c fbmsg -l color -d 'Colour help: auto (on a terminal), always, never' -r -f -a 'auto always never'
complete -c fbmsg -l config -d 'Config file, or \'none\' to read none (default: ~/.config/fbmsg/config.json)' -r -F
complete -c fbmsg -l help -s h -d 'Show this help and exit'
complete -c fbmsg -l no-input -d 'Never ask; fail instead'
complete -c fbmsg -l offline -d 'Refuse every connection that leaves this machine'
complete -c fbmsg -l profile -d 'Profile of the config file' -r -f
complete -c fbmsg -l quiet -s q -d 'No hints and notes on standard error; warnings and errors stay'
complete -c fbmsg -l trace -d 'Show HTTP requests and answers on standard error, secrets left out'
complete -c fbmsg -l verbose -s v -d 'Say more on standard error; twice: stack traces of errors too'
complete -c fbmsg -l version -s V -d 'Show the version and exit'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'config' -d 'Show and change the settings'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'link' -d 'Show the URL where a Facebook Page is linked to Vonage'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'listen' -d 'Receive messages: one JSON record a line'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'send' -d 'Send a message from a Page to a user'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'reply' -d 'Answer the messages whose records come on standard input'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'jwt' -d 'Sign a JWT of the application'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'emulate' -d 'Serve the Messages API on this machine, for tests and tries'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'trigger' -d 'Post one signed webhook to a URL, as Vonage would'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'replay' -d 'Post recorded webhooks again, signed afresh'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'demo' -d 'Show the whole conversation, offline, on this machine'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'explain' -d 'Say what an error code means and what to do'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'completion' -d 'Print a completion script for a shell'
complete -c fbmsg -n '__fbmsg_at \'fbmsg\' 0 0' -a 'help' -d 'Show the help of a command'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config\' 0 0' -a 'show' -d 'Print the effective settings, key=value'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config\' 0 0' -a 'get' -d 'Print one effective setting; exit 1 if it is not set'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config\' 0 0' -a 'set' -d 'Write one setting into the config file'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config\' 0 0' -a 'unset' -d 'Take one setting out of the config file'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config\' 0 0' -a 'path' -d 'Print the config file\'s path'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config show\'' -l origin -d 'Add where each comes from, after a tab'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config get\' 0 0' -f -a 'application_id private_key_path page_id signature_secret_path api_key api_secret_path port api_url'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config set\' 0 0' -f -a 'application_id private_key_path page_id signature_secret_path api_key api_secret_path port api_url'
complete -c fbmsg -n '__fbmsg_at \'fbmsg config unset\' 0 0' -f -a 'application_id private_key_path page_id signature_secret_path api_key api_secret_path port api_url'
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l dashboard -d 'Show the newer page instead, in Vonage\'s dashboard'
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l jwt -d 'Add a fresh token on a second line'
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg link\'' -l open -d 'Open the URL in a browser too'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\' 0 9999' -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l ack-timeout -d 'Answer 503 if that takes longer, and go on (default: 10s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l bind -d 'Address to listen on (default: 127.0.0.1, and ::1 where there is one)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l count -d 'End after so many events (default: 1)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l event -d 'What to take: inbound (default: messages), status, or any' -r -f -a 'inbound status any'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l exec-timeout -d 'How long the command or the target may take (default: 60s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l failed -d 'Add to it the records that the command failed at' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l follow -d 'Go on until told to end'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l format -d 'json (default: a record a line), sh (assignments to eval, a line each), or pretty (for people)' -r -f -a 'json sh pretty'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l forward-to -d 'Post each webhook on as it came; the target\'s 2xx is the answer\'s' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l from-user -d 'Only this user: who wrote, or who was written to' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l jobs -d 'Hand on so many at once, of different users (default: 1)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l keep-env -d 'Leave the command the variables that hold secrets by their value'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l keep-secrets -d 'Leave secrets in the headers of those files'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l max-age -d 'How old a signature may be (default: 25h, Vonage\'s redeliveries included)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l max-body -d 'Largest body taken, for example 512k or 2m (default: 1m)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l path -d 'The only path that is taken (default: any)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l port -d 'Port; 0 takes any free one (default: 3000)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l port-file -d 'Write the port into a file while listening' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l print -d 'Print one field of each record: from, text, payload.message.content.type, and so on' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l raw -d 'Print each body\'s own bytes, and a newline'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l record -d 'Keep each webhook as a file, before anything else, for \'fbmsg replay\'' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l reply -d 'Send back what the command prints, if it ends with 0'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l save-media -d 'Save the files of messages; records say as "file" where' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l seen -d 'Remember what is done: over restarts too, nothing is handed on twice' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l timeout -d 'Give up after that long, with exit code 124' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l type -d 'Only messages of a type: text, image, audio, video, file, unsupported' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l unmatched -d 'Answer to what is not taken: 200, or 503 to have it again (default: 503 for messages, 200 for statuses)' -r -f -a '200 503'
complete -c fbmsg -n '__fbmsg_at \'fbmsg listen\'' -l verify -d 'Check signatures: auto (default: if a secret is configured), require, or off' -r -f -a 'auto require off'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l api -d 'v1 (default) or v0.1' -r -f -a 'v1 v0.1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l audio -d 'A sound: mp3' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l batch -d 'Send many: a file with one message a line as JSON, or \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l category -d 'response (the API\'s default), update, or message_tag' -r -f -a 'response update message_tag'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l client-ref -d 'Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l concurrency -d 'With --batch: so many on their way at once (default: 8)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l dry-run -d 'Show the request instead of sending it'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l file -d 'Any other file: pdf, zip, ..' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l from -d 'The Page (default: the profile\'s page_id)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l image -d 'An image at a public URL: jpg, png or gif' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l journal -d 'With --batch: remember what was sent, so that a rerun sends the rest' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l json -d 'Print records; errors as JSON too'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l port -d 'With --wait: where its statuses come to; 0 takes any free port (default: 3000)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l rate -d 'With --batch: no more than that (default: no limit)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l raw-json -d 'Members of the request\'s body as the API has them, from a file or \'-\'' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l resend-unknown -d 'With --journal: send what left without an answer again, perhaps twice'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l split -d 'Send a text that is too long as several messages'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l stop-on-error -d 'With --batch: end at the first line that fails'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l tag -d 'With message_tag: why, outside the 24-hour window' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l text -d 'The text, at most 640 characters' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l text-file -d 'The text from a file, or \'-\' for standard input; one final newline is dropped' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l timeout -d 'How long a message may take, attempts and all (default: 30s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l to -d 'The user' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l unchecked -d 'Leave the lengths of text, reference and URL to the API'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l video -d 'A video: mp4' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l wait -d 'Wait until the message is submitted, delivered or read' -r -f -a 'submitted delivered read'
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l wait-timeout -d 'With --wait: give up after that long, with exit code 124 (default: 60s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l webhook-url -d 'Where this message\'s statuses go, instead of the application\'s URL' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg send\'' -l webhook-version -d 'Form of its statuses: v1 or v0.1' -r -f -a 'v1 v0.1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l api -d 'v1 (default) or v0.1' -r -f -a 'v1 v0.1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l audio -d 'A sound: mp3' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l category -d 'response (the API\'s default), update, or message_tag' -r -f -a 'response update message_tag'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l client-ref -d 'Your own reference, which comes back in statuses; at most 100 characters (v0.1: 40)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l dry-run -d 'Show the request instead of sending it'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l failed -d 'Add to it the records that got no answer' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l file -d 'Any other file: pdf, zip, ..' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l image -d 'An image at a public URL: jpg, png or gif' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l json -d 'Print records; errors as JSON too'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l raw-json -d 'Members of the request\'s body as the API has them, from a file or \'-\'' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l seen -d 'Remember who was answered: over reruns too, nobody is answered twice' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l split -d 'Send a text that is too long as several messages'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l tag -d 'With message_tag: why, outside the 24-hour window' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l template -d 'The text, with {text}, {from} and {type} of the message in it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l text -d 'The text, at most 640 characters' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l text-file -d 'The text from a file, or \'-\' for standard input; one final newline is dropped' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l timeout -d 'How long a message may take, attempts and all (default: 30s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l unchecked -d 'Leave the lengths of text, reference and URL to the API'
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l video -d 'A video: mp4' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l webhook-url -d 'Where this message\'s statuses go, instead of the application\'s URL' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg reply\'' -l webhook-version -d 'Form of its statuses: v1 or v0.1' -r -f -a 'v1 v0.1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\' 0 0' -a 'decode' -d 'Show a token\'s header and claims, unverified'
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\' 0 0' -a 'verify' -d 'Check a token\'s form, signature, dates and application'
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l acl -d 'Permissions: {"paths":{"/*/messages/**":{}}}' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l claim -d 'One more claim; may be repeated' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l exp -d 'When it expires: RFC 3339 or unix seconds' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l header -d 'Print \'Authorization: Bearer TOKEN\', for curl -H @-'
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l nbf -d 'Not valid before: RFC 3339 or unix seconds' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l sub -d 'Subject: a user of Vonage\'s Client SDKs' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt\'' -l ttl -d 'How long it is valid: 90s, 5m, 1h; at most 24h (default: 15m)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt verify\'' -l api-url -d 'The Messages API, or an emulator of it' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt verify\'' -l application-id -d 'The Vonage application (a UUID)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt verify\'' -l key -d 'Its private key; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg jwt verify\'' -l public-key -d 'The application\'s public key, instead of the public half of its private key' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l bind -d 'Address to listen on, for other machines and containers (default: 127.0.0.1, and ::1 where there is one)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l env-file -d 'Write the settings into a file to source; it is removed at the end' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l inbound-url -d 'Where users\' messages are posted (default: http://127.0.0.1:3000/webhooks/inbound)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l port -d 'Port; 0 takes any free one (default: 4010)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l port-file -d 'Write the port into a file, which is removed at the end' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l rate -d 'Refuse more messages with 429; also N/m and N/h (default: none)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l seed -d 'Make the same ids in each run' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l status-url -d 'Where it is told what became of messages (default: http://127.0.0.1:3000/webhooks/status)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l time-scale -d 'Multiplies all waiting: for statuses, and between attempts (default: 1)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg emulate\'' -l webhook-version -d 'The form of the webhooks: v1 (default) or v0.1' -r -f -a 'v0.1 v1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\' 0 0' -f -a 'inbound status'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l api -d 'The webhook\'s form: v1 (default) or v0.1' -r -f -a 'v0.1 v1'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l audio -d 'inbound: the user sends this file' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l bad-signature -d 'Sign with another secret'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l body -d 'Post these very bytes; \'-\' for standard input' -r -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l client-ref -d 'status: the reference that the message was sent with' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l file -d 'inbound: the user sends this file' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l image -d 'inbound: the user sends this file' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l message-uuid -d 'The message (default: a new one)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l page -d 'The Page (default: the setting page_id, or 0000000000000000)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l psid -d 'The Facebook user (default: 1111111111111111)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l status -d 'status: submitted, delivered (default), read, rejected or undeliverable' -r -f -a 'submitted delivered read rejected undeliverable'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l text -d 'inbound: what the user writes' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l timeout -d 'How long the answer may take (default: 30s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l unsigned -d 'Leave the signature out'
complete -c fbmsg -n '__fbmsg_at \'fbmsg trigger\'' -l video -d 'inbound: the user sends this file' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg replay\' 1 9999' -F
complete -c fbmsg -n '__fbmsg_at \'fbmsg replay\'' -l stop-on-error -d 'End at the first that is not answered 2xx'
complete -c fbmsg -n '__fbmsg_at \'fbmsg replay\'' -l timeout -d 'How long each answer may take (default: 30s)' -r -f
complete -c fbmsg -n '__fbmsg_at \'fbmsg replay\'' -l unsigned -d 'Leave the signatures out'
complete -c fbmsg -n '__fbmsg_at \'fbmsg explain\'' -l all -d 'List all codes and tags'
complete -c fbmsg -n '__fbmsg_at \'fbmsg explain\'' -l json -d 'Print JSON: one object a code'
complete -c fbmsg -n '__fbmsg_at \'fbmsg completion\' 0 0' -f -a 'bash zsh fish powershell'
complete -c fbmsg -n '__fbmsg_at \'fbmsg help\' 0 9999' -f -a 'config link listen send reply jwt emulate trigger replay demo explain completion help'
