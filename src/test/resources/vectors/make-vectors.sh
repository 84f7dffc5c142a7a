#!/bin/sh
# How the tokens beside this file were made: by OpenSSL, and by Vonage's own library for Node where it is installed
# (npm install @vonage/jwt@1.14.0 in some folder, then NODE_PATH=FOLDER/node_modules sh make-vectors.sh).
set -eu
cd "$(dirname "$0")"

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# 1767323045 is 2026-01-02T03:04:05Z, the time of the tests
claims='{"application_id":"11111111-2222-3333-4444-555555555555","iat":1767323045,"jti":"00000000-0000-4000-8000-000000000001","exp":1767323945}'
input=$(printf '%s' '{"alg":"RS256","typ":"JWT"}' | base64url).$(printf '%s' "$claims" | base64url)
signature=$(printf '%s' "$input" | openssl dgst -sha256 -sign ../keys/pkcs8.pem -binary | base64url)
printf '%s' "$input.$signature" >application-token.jwt

# A webhook's signature; its body is the tutorial's example on one line.
body='{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","to":{"type":"messenger","id":"0000000000000000"},"from":{"type":"messenger","id":"1111111111111111"},"timestamp":"2020-01-01T14:00:00.000Z","message":{"content":{"type":"text","text":"Hello from Facebook Messenger!"}}}'
hash=$(printf '%s' "$body" | openssl dgst -sha256 -r | cut -d' ' -f1)
claims='{"iss":"Vonage","iat":1767323045,"jti":"22222222-0000-4000-8000-000000000001","api_key":"abcd1234","application_id":"11111111-2222-3333-4444-555555555555","payload_hash":"'$hash'"}'
input=$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '%s' "$claims" | base64url)
printf '%s' "$body" >webhook-body.json
printf '%s' "$input.$(printf '%s' "$input" | openssl dgst -sha256 -hmac s3cret -binary | base64url)" >webhook-signature.jwt

node -e '
  const fs = require("fs");
  const { tokenGenerate, verifySignature } = require("@vonage/jwt");
  Date.now = () => 1767323045000;
  fs.writeFileSync("vonage-application-token.jwt", tokenGenerate(
      "11111111-2222-3333-4444-555555555555", fs.readFileSync("../keys/pkcs8.pem", "utf8"), { jti: "vonage-jti" }));
  // The library verifies webhooks but signs none; jsonwebtoken, on which it stands, makes the very same bytes as OpenSSL.
  const signature = fs.readFileSync("webhook-signature.jwt", "utf8");
  const claims = JSON.parse(Buffer.from(signature.split(".")[1], "base64url"));
  const again = require("jsonwebtoken").sign(claims, "s3cret", { algorithm: "HS256" });
  if (!verifySignature(signature, "s3cret") || again !== signature) throw new Error("the webhook differs");
'
