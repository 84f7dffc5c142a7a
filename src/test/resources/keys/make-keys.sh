#!/bin/sh
# How the keys beside this file were made (OpenSSL 3.0). They sign nothing but tests. Running it again makes other keys: then
# run ../vectors/make-vectors.sh too.
set -eu
cd "$(dirname "$0")"

openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out pkcs8.pem
openssl rsa -in pkcs8.pem -traditional -out pkcs1.pem
openssl pkey -in pkcs8.pem -pubout -out public.pem
openssl rsa -in pkcs8.pem -RSAPublicKey_out -out public-pkcs1.pem
openssl pkcs8 -topk8 -in pkcs8.pem -passout pass:secret -out encrypted-pkcs8.pem
openssl rsa -in pkcs8.pem -traditional -aes128 -passout pass:secret -out encrypted-traditional.pem
openssl req -x509 -new -key pkcs8.pem -subj /CN=fbmsg-test -days 36500 -out certificate.pem

# the same key as editors, Windows and environment variables leave it
sed 's/$/\r/' pkcs8.pem >crlf.pem
{ printf '\357\273\277'; cat pkcs8.pem; } >bom.pem
awk '{ printf "%s\\n", $0 }' pkcs8.pem >one-line.pem
head -c 900 pkcs8.pem >truncated.pem
: >empty.pem

# other keys
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.pem
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa-1024.pem
openssl genpkey -quiet -algorithm ED25519 -out ed25519.pem
openssl ecparam -name prime256v1 -genkey -noout -out ec-sec1.pem
openssl pkcs8 -topk8 -nocrypt -in ec-sec1.pem -out ec-pkcs8.pem
openssl ecparam -name secp256k1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out ec-secp256k1.pem
