"""A small OpenID Connect provider on loopback: real HTTP, signed tokens, PKCE."""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import time
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, PASSWORD = "arenden", "delad hemlighet"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """Who is signed in there, and what it says of her; a test changes it before the sign-in."""

    issuer: str
    claims: dict[str, Any] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = KEY  # that signs; the one published is always KEY
    asked: dict[str, str] = field(default_factory=dict)

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back."""
        self.asked = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': 'kod', 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, Any]:
        challenge = urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest())
        if challenge.rstrip(b"=").decode() != self.asked["code_challenge"]:
            return {"error": "invalid_grant"}
        now = int(time())
        facts = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60} | self.claims
        signed = jwt.encode(facts, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "nyckel", "token_type": "Bearer", "id_token": signed}


class Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        answers = {
            "/.well-known/openid-configuration": self.provider.configuration,
            "/jwks": self.provider.keys,
        }
        self._answer(answers[urlsplit(self.path).path]())

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(self.provider.token({name: values[0] for name, values in sent.items()}))

    def log_message(self, *_args: object) -> None:
        """Quiet."""

    def _answer(self, what: dict[str, Any]) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provider() -> Iterator[Provider]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Handler.provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
