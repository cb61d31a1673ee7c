"""What a feed is called, in the calendar and on the page."""

from ärenden.choices import FeedContent
from ärenden.models import CalendarFeed

OF_ALL = {FeedContent.OWN: "Mina ärenden", FeedContent.MEETINGS: "Sammanträden"}
HOLDS = {
    FeedContent.OWN: "Sista dagar i dina ärenden, dina organs sammanträden och de"
    " sammanträden som tar upp dina ärenden.",
    FeedContent.MEETINGS: "Alla organs sammanträden.",
    FeedContent.BODY: "Organets sammanträden, och sista dagar i dess ärenden.",
    FeedContent.GROUP: "Sista dagar i gruppens ärenden, och organets sammanträden.",
}


def title_of(feed: CalendarFeed) -> str:
    """What the calendar is called among its owner's other calendars."""
    return f"{subject_of(feed)}, {feed.organisation.name}"


def subject_of(feed: CalendarFeed) -> str:
    of = feed.body or feed.group
    return of.name if of else OF_ALL[FeedContent(feed.content)]
