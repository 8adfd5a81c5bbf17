"""Where Datasette looks for plugins: hands over the hooks of `web.plugin`."""

from web.plugin import *  # noqa: F403
