"""All settings; what differs between installations is read from the environment."""

import os
from pathlib import Path

import pghistory
from csp.constants import NONE, SELF

from config.env import Env, celery_address

env = Env(os.environ)
BASE_DIR = Path(__file__).resolve().parent.parent

# DEBUG fills in addresses and a key for work on the code, never in production.
DEBUG = env.flag("ARENDEN_DEBUG")
# The address that the demo's web server is bound to: its one-click sign-in needs a loopback one.
DEMO_BIND = env.text("ARENDEN_DEMO_BIND", default="")
ON_LOOPBACK = DEBUG or DEMO_BIND.startswith("127.0.0.1:")

SECRET_KEY = env.text("ARENDEN_SECRET_KEY", default="for work on the code" if DEBUG else None)
ALLOWED_HOSTS = env.names("ARENDEN_HOSTS", default="localhost,127.0.0.1,[::1]")
# What the addresses in mails begin with.
SITE_ADDRESS = env.text(
    "ARENDEN_ADDRESS",
    default="http://localhost:8000" if ON_LOOPBACK else f"https://{ALLOWED_HOSTS[0]}",
).rstrip("/")
CSRF_TRUSTED_ORIGINS = env.names("ARENDEN_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "kernel",
    "accounts",
    "parties",
    "meetings",
    "ärenden.apps.ArendenConfig",
    "pghistory",
    "pgtrigger",
    "django_htmx",
    "django_filters",
    "rest_framework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.StorableText",
    "accounts.middleware.SignInRequired",
    "parties.middleware.SecondFactorDemanded",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ärenden.web.context.workplace",
            ],
        },
    },
]

# Forms are drawn by our own templates, like everything else.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Storage ------------------------------------------------------------------------------------

DATABASES = {
    "default": env.database("DATABASE_URL", default="postgresql:///arenden" if DEBUG else None)
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True},
}
# Remembers which one-time codes are used, in all processes and while the broker is down.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
    }
}

# Uploaded files have no address of their own; views hand them out after asking for access.
MEDIA_ROOT = env.path("ARENDEN_MEDIA", default=BASE_DIR / "var" / "media")
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # pasted texts, not files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500  # a council's 400 rows, each with five fields
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "accounts.uploading.UpToLargest",
]

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STATIC_ROOT: Path | None = env.path("ARENDEN_STATIC", default=BASE_DIR / "var" / "static")
if ON_LOOPBACK:  # served from where they lie
    STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
    STATIC_ROOT = None
WHITENOISE_USE_FINDERS = ON_LOOPBACK
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# Documents of the real world, read by the readings; not part of the project.
SOURCES = env.path("ARENDEN_SOURCES", default=BASE_DIR.parent / "shared" / "seeds")

# Earlier wordings: the old row is kept when a tracked text changes, and never touched again.
PGHISTORY_DEFAULT_TRACKERS = (pghistory.UpdateEvent(row=pghistory.Old),)
PGHISTORY_APPEND_ONLY = True

# Sign-in ------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 2
SESSION_COOKIE_AGE = 60 * 60 * 10  # a working day with an evening meeting

# How many proxies of ours add to X-Forwarded-For; limits count the address before them.
PROXY_COUNT = env.number("ARENDEN_PROXY_COUNT", default=int(env.flag("ARENDEN_BEHIND_PROXY")))

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # no one signs up; allauth checks the form
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by those who know the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # accounts.limits counts, for all processes
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (  # whose link dies with the password and the address
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a class
)
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "reset_password": "accounts.forms.ForgottenForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reauthenticate": "accounts.forms.ConfirmPasswordForm",
}
MFA_ADAPTER = "accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ON_LOOPBACK
MFA_TOTP_TOLERANCE = 1  # steps of half a minute that a telephone's clock may differ
MFA_FORMS = {
    "authenticate": "accounts.forms.CodeForm",
    "reauthenticate": "accounts.forms.ConfirmCodeForm",
    "activate_totp": "accounts.forms.AddAppForm",
    "add_webauthn": "accounts.forms.AddPasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "parties.openid.OrganisationAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": env.openid()}}

# Transport ----------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not ON_LOOPBACK
SECURE_SSL_REDIRECT = not ON_LOOPBACK and env.flag("ARENDEN_HTTPS_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|status)$"]
SECURE_HSTS_SECONDS = 0 if ON_LOOPBACK else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not ON_LOOPBACK
if env.flag("ARENDEN_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = (
    "Lax"  # Strict would lose the way back from OpenID Connect
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# Language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

# Background work ----------------------------------------------------------------------------

REDIS_URL = env.redis("REDIS_URL", default="redis://localhost:6379/0" if DEBUG else None)
CELERY_BROKER_URL = celery_address(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# What a worker has in hand is not kept in the broker: beat asks for it anew.
CELERY_BROKER_TRANSPORT_OPTIONS = {"ack_emulation": False}
CELERY_TASK_DEFAULT_QUEUE = "arenden"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "record-beat": {"task": "kernel.record_beat", "schedule": 15.0},
    "send-invitations": {"task": "parties.send_invitations", "schedule": 15.0},
    "forget-old-drafts": {"task": "accounts.forget_old_drafts", "schedule": 60 * 60.0},
    "forget-old-sign-ins": {"task": "accounts.forget_old_sign_ins", "schedule": 60 * 60.0},
    "send-mail": {"task": "accounts.send_mail", "schedule": 5.0},
    "plan-reminders": {
        "task": "arenden.plan_reminders",
        "schedule": 30.0,
        "options": {"expires": 30.0},
    },
    "deliver-reminders": {
        "task": "arenden.deliver_reminders",
        "schedule": 15.0,
        "options": {"expires": 15.0},
    },
}

# Messages and logs --------------------------------------------------------------------------

EMAIL_HOST = env.text("ARENDEN_SMTP_HOST", default="localhost")
EMAIL_PORT = env.number("ARENDEN_SMTP_PORT", default=25)
EMAIL_TIMEOUT = 10  # seconds
MAIL_FOLDER = env.text("ARENDEN_MAIL_FOLDER", default="")
if MAIL_FOLDER:  # to try things out: mails become files there
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_FOLDER
DEFAULT_FROM_EMAIL = env.text("ARENDEN_MAIL_FROM", default="arenden@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("ARENDEN_LOG_LEVEL", default="WARNING")},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
