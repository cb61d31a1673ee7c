"""What tests of every kind share: the browser, and CI's rule that nothing is skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from http import HTTPStatus

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="fault tests with more kills and mails")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long walks begin those that come last, so that no worker ends alone with one of them."""
    walks = [item for item in items if item.get_closest_marker("walk")]
    others = [item for item in items if item not in walks]
    last = next((n for n, item in enumerate(others) if _is_last(item)), len(others))
    items[:] = [*others[:last], *walks, *others[last:]]


def _is_last(item: pytest.Item) -> bool:
    """Does it leave its tables empty? Such tests come after the others (pytest-django)."""
    database = item.get_closest_marker("django_db")
    return database is not None and bool(database.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps an event loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of our own server; what it breaks of CSP or scripts fails the test."""
    context = browser.new_context(
        base_url=live_server.url, locale="sv-SE", timezone_id="Europe/Stockholm"
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(error.message))
    page.on("console", lambda message: problems.extend(_complaints(message)))
    yield page
    context.close()
    assert problems == []


def _complaints(message: ConsoleMessage) -> list[str]:
    """Errors, except a refused form: the browser logs its status as one."""
    refused = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, 422)
    expected = any(f"status of {status:d}" in message.text for status in refused)
    return [message.text] if message.type == "error" and not expected else []


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Fails naming every breach of WCAG 2.2 AA that axe finds on the page."""

    def check(page: Page) -> None:
        options = {"runOnly": WCAG_22_AA, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        breaches = [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]
        assert breaches == []

    return check


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,  # noqa: ARG001 - the one that makes the databases
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The live server's threads keep their connections; they leave before the database does."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and backend_type = 'client backend'"
            " and pid <> pg_backend_pid()"
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure, but for tests of documents that are not there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if "CI" not in os.environ or reporter is None:
        return
    folders = {"seeds": settings.SOURCES, "material": settings.SOURCES.parent / "material"}
    absent = {mark for mark, folder in folders.items() if not folder.exists()}
    skipped = reporter.stats.get("skipped", [])
    if any(absent.isdisjoint(report.keywords) for report in skipped):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
