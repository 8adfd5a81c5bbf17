"""What one start tag means, told from its name and attributes alone.

``classify`` reads a start tag once and remembers the answer: the pages of a site share their markup, so nearly every
tag of a page has been seen before. The tables here are the place to teach the reader a theme: which classes are
furniture (menus, share bars, teasers), which are fields, labels, captions or the controls of tabs and accordions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# What an element does to the lines of a page. Plain numbers: they are compared for every tag of every page.
INLINE = 0
BOLD = 1
LINK = 2
TIME = 3
BUTTON = 4
SKIP = 5  # nothing of it is text
# The borders of these end a line:
BLOCK = 10
LIST = 11
ITEM = 12
HEADING = 13
TABLE = 14
ROW = 15
CELL = 16
TERM = 17
DEFINITION = 18
SUMMARY = 19  # summary, legend
CAPTION = 20
TABLE_HEAD = 21
TABLE_CAPTION = 22
PRE = 23
NAV = 24  # a menu, or the row of a set of tabs
ASIDE = 25  # aside, footer
# These have no end tag:
BREAK = 30  # br
RULE = 31  # ends a line
IMAGE = 32
VOID = 33  # shows nothing

_NAMES: dict[int, str] = {
    BLOCK: "p div section article main header blockquote address center form fieldset figure hgroup"
    " details dl tbody tfoot body html dialog search menu dir frameset listing",
    BOLD: "b strong u",  # whole underlined lines are headings on old pages
    LINK: "a",
    TIME: "time",
    LIST: "ul ol",
    ITEM: "li",
    HEADING: "h1 h2 h3 h4 h5 h6",
    TABLE: "table",
    ROW: "tr",
    CELL: "td th",
    TERM: "dt",
    DEFINITION: "dd",
    SUMMARY: "summary legend",
    CAPTION: "figcaption",
    TABLE_HEAD: "thead",
    TABLE_CAPTION: "caption",
    PRE: "pre",
    BUTTON: "button",
    NAV: "nav",
    ASIDE: "aside footer",
    SKIP: "script style noscript template svg math iframe object select option optgroup datalist textarea canvas audio"
    " video map head title applet noembed noframes xmp plaintext progress meter",
    BREAK: "br",
    RULE: "hr",
    IMAGE: "img",
    VOID: "wbr col link meta source track param input base basefont bgsound embed area frame keygen",
}
CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
VOID_NAMES = frozenset(name for name, code in CODES.items() if code >= BREAK)

Noise = Literal["", "always", "outside", "teaser"]

# Classes of furniture wherever it stands. Parts of a class name count ("block-social-share"), so only words that no
# content's class would carry are here.
_ALWAYS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|skip-?links?|skip-?to-?\w*|skip-?nav\w*|language-switch\w*|lang-(?:switch|dropdown|menu)\w*"
    r"|language-(?:links?|selector|list)|(?:social-?)?share|sharing|share-?this|social-(?:media|links?|icons?|bar|buttons?|menu)"
    r"|social-?networks?|addtoany|addthis\w*|a2a|sharedaddy|cookies?|eu-cookie-compliance|cookieconsent|sliding-popup|gdpr"
    r"|consent|pager|pagination|newsletter|mailchimp|contextual-links?|local-tasks|tabs--primary|back-to-top|backtotop"
    r"|print-(?:links?|mail|page)|printer-friendly|book-navigation|comment-wrapper|comments-area)(?:$|[\s_-])"
)
# Other pages in short: furniture beside a node, the content of a listing.
_TEASER = re.compile(
    r"(?:^|[\s_-])(?:teasers?|view-mode-(?:card|mini|listing|list|search-(?:result|index)|related|tile|compact))(?:$|[\s_-])"
)
_RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|also-like|see-also|read-(?:also|next)|more-news|more-stories)(?:$|[\s_-])"
)
_RELATED_CONTENT = re.compile(
    r"document|file|download|resource|attachment|material|publication|speaker|people|person|session|agenda|programme|event-d|link"
)
_UNSEEN = re.compile(
    r"(?:^|\s)(?:visually-?hidden(?:-focusable)?|sr-only(?:-focusable)?|screen-reader(?:-text|-only)?|element-(?:invisible"
    r"|focusable)|show-for-sr|u-hidden-visually|assistive-text|skip|sr)(?:\s|$)"
)
# Furniture outside the page's node; inside it the same words may name a part of the content.
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:side-?bar\w*|menu|menus|mega-?menu\w*|nav-?bar|navigation|main-nav|topbar|top-bar|masthead|toolbar"
    r"|site-(?:header|footer|branding|name|logo)|page-footer|region-(?:header|footer|sidebar|navigation|menu|breadcrumb|help"
    r"|banner|top|bottom|secondary)\w*|search-(?:form|block|box|api)\w*|off-?canvas|upcoming|latest|promo\w*|advert\w*"
    r"|widget|block-menu|messages?|copyright|footer|login|user-menu|carousel-controls?|slick-arrow|hotline|popup|modal-nav"
    r"|whats-new)(?:$|[\s_-])"
)
_OUTSIDE_IDS = re.compile(
    r"(?:site-?|page-?|main-?|global-?)?(?:header|footer|nav|navigation|menu|sidebar[\w-]*|footer-wrapper|header-wrapper|footer-columns"
    r"|wm-ipp[\w-]*|topbar|toolbar|search|masthead|branding|skip-?link|breadcrumbs?|language|languages|secondary|tertiary|left-?(?:nav|menu|col)\w*)"
)
_TAB = re.compile(r"(?:^|[\s_-])(?:tabs?|tablist|pills?|accordion\w*)(?:$|[\s_-])")
_FORM = re.compile(r"search|news-?letter|subscri|mailchimp|login|webform|views-exposed|contact|signup|recherche|buscar")
_NOISE_ROLES = frozenset(("navigation", "search", "menu", "menubar", "alertdialog", "contentinfo", "banner"))

_CONTROL = re.compile(
    r"(?:^|[\s_-])(?:accordion|collapsible|collapse|toggle|faqs?|tab|js-accordion|ui-accordion)(?:[\w]*?)[-_]+(?:title|button|btn"
    r"|trigger|header|heading|toggle|toggler|label|head|question|control|link)(?:$|[\s_-])|(?:^|\s)panel-(?:heading|title)(?:\s|$)"
    r"|(?:^|\s)(?:field-group-format-toggler|collapsible-header|accordion-toggle)(?:\s|$)"
)
_ACCORDION_ITEM = re.compile(r"(?:paragraph--type--|paragraphs-item-)[\w-]*(?:accordion|tab|collaps|faq|toggle)[\w-]*")
_LABEL_FIELD = re.compile(
    r"(?:[\w-]*-)?(?:title|label|heading|header|question|name|summary|tab-title|accordion-title|day)(?:-\d+)?"
)

_FIELD = re.compile(r"(?:^|\s)field--?name-([\w-]+)")
_LONG_FIELD = re.compile(
    r"field--?type-(?:text-with-summary|text-long|entity-reference-revisions|paragraphs|field-collection)|(?:^|\s)text-formatted"
    r"|field--?name-(?:field-)?(?:body|text|contents?|description|overview|summary|intro\w*|programme?|agenda|details|components)(?:\s|$)"
    r"|field--?name-(?:field-)?[\w-]*(?:accordions?|tabs|sections?|paragraphs?|blocks?|cards?|sessions?|schedules?|timetable|side-events?)(?:\s|$)"
)
_LABEL = re.compile(r"(?:^|\s)(?:field__label|field-label|views-label(?:-[\w-]+)?)(?:\s|$)")
_PRINTED_LABEL = re.compile(r"(?:^|\s)(?:(?:[\w-]+(?:__|-))?(?:label|key|term)|meta__title)(?:\s|$)")
_ITEM = re.compile(r"(?:^|\s)(?:field__item|field-item)(?:\s|$)")
_CAPTION = re.compile(
    r"(?:^|\s)(?:(?:[\w-]*[-_])?(?:caption|credits?)(?:-text|__text|-title)?|wp-caption-text|photo-credit|image-credit"
    r"|field--?name-field-(?:[\w-]*-)?(?:caption|credits?|copyright))(?:\s|$)"
)
_PLAIN_FIELD = re.compile(r"(?:^|\s)(tag|date|post-date|posted|submitted|published|event-date|dateline)(?:\s|$)")
_DATE_SPAN = re.compile(r"(?:^|\s)date-display-(single|start|end)(?:\s|$)")

_FONT_LEVELS = {"7": 1, "6": 1, "5": 2, "4": 3, "+4": 1, "+3": 1, "+2": 2, "+1": 3}

_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, frozen=True)
class Element:
    """A start tag, understood. ``special`` is False where its code says all."""

    name: str
    code: int
    special: bool = False
    noise: Noise = ""
    id: str = ""
    field: str = ""  # Drupal field, or the class that names a part ("tag", "date")
    long: bool = False  # the field holds running text
    part: Literal["", "label", "printed_label", "item", "caption"] = ""
    control: bool = False  # opens a tab or an accordion panel
    loose_control: bool = False  # may do so: the title field of an accordion item
    accordion_item: bool = False
    target: str = ""  # id of the panel that the control opens
    labelled_by: str = ""
    bold: bool = False
    large: int = 0  # letters as large as a heading of this level (font size)
    datetime: str = ""
    end: bool = False  # ``datetime`` ends a range
    preamble: str = ""  # label printed by the style sheet (data-preamble)
    presentation: bool = False
    colspan: int = 1
    rowspan: int = 1
    th: bool = False
    column_label: str = ""  # data-label of a responsive table's cell
    icons: bool = False  # the field of the goals' icons
    shape: str = ""  # name and classes without digits, for the layout's fingerprint


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag's inside (``'div class="x"'``), names in lower case, the first of each name."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), double or single or bare)
    return found


@lru_cache(maxsize=1024)
def classify(tag: str) -> Element:
    """The meaning of a start tag, given its inside without brackets, its name in lower case."""
    name = tag.split(None, 1)[0].rstrip("/")
    code = CODES.get(name, INLINE)
    attrs = attributes(tag)
    if not attrs:
        noise: Noise = "always" if code == SKIP else "outside" if code == ASIDE else ""
        return Element(name, code, bool(noise), noise, shape=name)
    classes, own_id, role = attrs.get("class", ""), attrs.get("id", ""), attrs.get("role", "")
    shape = f"{name}.{_DIGITS.sub('', classes)}" if classes else name
    noise = _noise(name, code, classes, own_id, role, attrs)
    if noise == "always":
        return Element(name, code, True, noise, own_id, icons="sdg" in classes, shape=shape)
    field, long, icons = _field(classes, code)
    control, target = _control(name, code, classes, own_id, role, attrs)
    part = _part(classes, code)
    date_span = _DATE_SPAN.search(classes) if name == "span" else None
    style = attrs.get("style", "").lower()
    preamble = attrs.get("data-preamble", "").strip()
    return Element(
        name,
        code,
        special=bool(
            noise
            or field
            or part
            or control
            or own_id
            or preamble
            or date_span
            or "data-label" in attrs
            or "aria-labelledby" in attrs
            or "paragraph" in classes
            or (name == "font" and "size" in attrs)
            or ("font-weight" in style and name not in ("b", "strong"))
        ),
        noise=noise,
        id=own_id,
        field=field,
        long=long,
        part=part,
        control=control,
        loose_control=bool(field) and bool(_LABEL_FIELD.fullmatch(field)),
        accordion_item=bool(_ACCORDION_ITEM.search(classes)),
        target=target,
        labelled_by=attrs.get("aria-labelledby", ""),
        bold=code != BOLD and bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style)),
        large=_FONT_LEVELS.get(attrs.get("size", ""), 0) if name == "font" else 0,
        datetime=attrs.get("datetime", "") if name == "time" else attrs.get("content", "") if date_span else "",
        end=date_span is not None and date_span[1] == "end",
        preamble=preamble,
        presentation=role in ("presentation", "none"),
        colspan=_span(attrs.get("colspan")),
        rowspan=_span(attrs.get("rowspan"), 65534),
        th=name == "th",
        column_label=attrs.get("data-label") or attrs.get("data-th") or attrs.get("data-title") or "",
        icons=icons,
        shape=shape,
    )


def _span(value: str | None, largest: int = 1000) -> int:
    """A colspan or rowspan; 0 and nonsense count as 1 (a rowspan of 0 reaches to the table's end)."""
    if value is None or not value.strip().isascii() or not value.strip().isdigit():
        return 1
    number = int(value.strip()[:6])
    if number == 0:
        return largest if largest > 1000 else 1
    return min(number, largest)


def _noise(name: str, code: int, classes: str, own_id: str, role: str, attrs: dict[str, str]) -> Noise:
    if code == SKIP or (name == "form" and _is_small_form(classes, own_id, attrs.get("action", ""))):
        return "always"
    tabs = role in ("tablist", "tab", "tabpanel") or bool(_TAB.search(classes))
    if classes:
        lowered = classes.lower()
        field = "field--name-" in lowered or "field-name-" in lowered
        if not field and _UNSEEN.search(lowered):
            return "always"
        if _RELATED.search(lowered) and not _RELATED_CONTENT.search(lowered):
            return "always"
        if not tabs and not field and _ALWAYS.search(lowered):
            return "always"
        if _TEASER.search(lowered) and not field:
            return "teaser"
        if name not in ("body", "main") and not tabs and not field and _OUTSIDE.search(lowered):
            return "outside"
    if role in _NOISE_ROLES and name not in ("main", "body"):
        return "outside" if role in ("alertdialog", "banner") else "always"
    if role == "complementary" or name == "aside":
        return "outside"
    if attrs.get("aria-hidden") == "true" and name in ("span", "i", "em", "b", "small"):
        return "always"
    if own_id and not tabs and _OUTSIDE_IDS.fullmatch(own_id.lower()):
        return "outside"
    if name == "footer":
        return "" if "node__meta" in classes else "outside"
    return ""


def _is_small_form(classes: str, own_id: str, action: str) -> bool:
    """Whether a form is for searching, subscribing or the like; old systems put whole pages into forms."""
    return bool(_FORM.search(f"{classes} {own_id}".lower())) or action.rstrip("/").endswith("/search")


def _field(classes: str, code: int) -> tuple[str, bool, bool]:
    """Name of the field, whether it holds running text, whether it is that of the goals' icons."""
    match = _FIELD.search(classes)
    if match:
        return match[1], bool(_LONG_FIELD.search(classes)), "sdg" in match[1]
    plain = _PLAIN_FIELD.search(classes) if code is BLOCK else None
    return (plain[1], False, False) if plain else ("", False, False)


def _part(classes: str, code: int) -> Literal["", "label", "printed_label", "item", "caption"]:
    if not classes:
        return ""
    if _LABEL.search(classes):
        return "label"
    if _ITEM.search(classes):
        return "item"
    if _CAPTION.search(classes) and code in (BLOCK, INLINE, CAPTION):
        return "caption"
    if _PRINTED_LABEL.search(classes) and code in (BLOCK, INLINE, BOLD, TERM):
        return "printed_label"
    return ""


def _control(name: str, code: int, classes: str, own_id: str, role: str, attrs: dict[str, str]) -> tuple[bool, str]:
    """Whether the element opens a tab or an accordion panel, and that panel's id."""
    toggle = attrs.get("data-bs-toggle") or attrs.get("data-toggle") or ""
    target = attrs.get("data-bs-target") or attrs.get("data-target") or ""
    href = attrs.get("href", "")
    if not target.startswith("#") and href.startswith("#"):
        target = href
    target = target[1:] if target.startswith("#") else attrs.get("aria-controls", "").split(" ")[0]
    if own_id.startswith("quicktabs-tab-"):
        return True, own_id.replace("quicktabs-tab-", "quicktabs-tabpage-", 1)
    if toggle in ("tab", "pill", "collapse", "list") or role == "tab":
        return True, target
    if toggle or name in ("ul", "ol", "nav", "table", "li", "td", "th", "p", "img"):
        return False, ""
    if _CONTROL.search(classes) and code in (BUTTON, LINK, HEADING, BLOCK, INLINE):
        return True, target
    if code == BUTTON and ("aria-controls" in attrs or "aria-expanded" in attrs or "accordion" in classes):
        return True, target
    if code in (LINK, HEADING) and "aria-controls" in attrs and "aria-expanded" in attrs:
        return True, target
    return False, ""
