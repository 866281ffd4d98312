"""The first page of a site: the newest incidents, the lists, and a search that the browser does itself."""

from reportedly.store.browse import Asked
from reportedly.web.asking import Read
from reportedly.web.incidents import incidents_page
from reportedly.web.page import Page
from reportedly.web.settings import Settings
from reportedly.web.site.lists import SIZE, Lists


def front_page(settings: Settings, lists: Lists) -> Page:
    """The page of incidents with what a site has instead of a server's filters."""
    page = incidents_page(settings, Read(Asked(size=SIZE)))
    return Page("site.html", page.title, page.here, {**page.shows, "lists": lists})
