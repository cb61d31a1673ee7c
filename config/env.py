"""Typed reading of environment variables; every error names the variable at fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass(frozen=True)
class Env:
    """The variables of one process.

    An empty variable counts as unset, because compose files pass on what is unset as "".
    """

    values: Mapping[str, str]

    def text(self, name: str, *, default: str | None = None) -> str:
        value = self.values.get(name) or default
        if value is None:
            raise ImproperlyConfigured(f"The environment variable {name} is not set.")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.text(name, default=str(default)).lower()
        if value not in TRUE | FALSE:
            raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")
        return value in TRUE

    def number(self, name: str, *, default: int) -> int:
        value = self.text(name, default=str(default))
        if not value.isdecimal():
            raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.")
        return int(value)

    def names(self, name: str, *, default: str = "") -> list[str]:
        """A list written with commas."""
        value = self.values.get(name) or default
        return [part.strip() for part in value.split(",") if part.strip()]

    def path(self, name: str, *, default: Path) -> Path:
        return Path(self.text(name, default=str(default))).resolve()

    def database(self, name: str, *, default: str | None = None) -> dict[str, Any]:
        """A postgresql:// address, over TCP or a socket, as one entry of DATABASES."""
        address = self.text(name, default=default)
        try:
            parts = conninfo_to_dict(address)
        except psycopg.ProgrammingError as problem:
            raise ImproperlyConfigured(f"{name} is no PostgreSQL address: {problem}") from problem
        named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
        return {
            "ENGINE": "django.db.backends.postgresql",
            "PORT": str(parts.pop("port", "")),
            **{key: parts.pop(field, "") for field, key in named.items()},
            "OPTIONS": parts,
        }

    def redis(self, name: str, *, default: str | None = None) -> str:
        """A redis://, rediss:// or unix:// address."""
        address = self.text(name, default=default)
        if urlsplit(address).scheme not in {"redis", "rediss", "unix"}:
            raise ImproperlyConfigured(
                f"{name} is {address!r}; write redis://, rediss:// or unix://."
            )
        return address

    def openid(self) -> list[dict[str, Any]]:
        """The organisation's own sign-in, as allauth takes it; none without an issuer."""
        issuer = self.values.get("ARENDEN_OIDC_ISSUER")
        if not issuer:
            return []
        if urlsplit(issuer).scheme != "https":
            raise ImproperlyConfigured(f"ARENDEN_OIDC_ISSUER is {issuer!r}; write https://.")
        return [
            {
                "provider_id": "kommun",
                "name": self.text("ARENDEN_OIDC_NAME", default="Kommunens inloggning"),
                "client_id": self.text("ARENDEN_OIDC_CLIENT_ID"),
                "secret": self.text("ARENDEN_OIDC_CLIENT_SECRET"),
                "settings": {
                    "server_url": issuer,
                    "organisation": self.text("ARENDEN_OIDC_ORGANISATION"),
                    "email_claim": self.text("ARENDEN_OIDC_EMAIL_CLAIM", default="email"),
                    "strong_acr": self.names("ARENDEN_OIDC_STRONG_ACR"),
                },
            }
        ]


def celery_address(redis: str) -> str:
    """The same Redis for Celery, which writes sockets differently from redis-py."""
    parts = urlsplit(redis)
    if parts.scheme != "unix":
        return redis
    number = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={number}"
