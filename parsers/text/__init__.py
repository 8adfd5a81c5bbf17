"""Text captures → `Page`: what is left of a page once its markup is gone.

* `reading`: the lines of a capture as blocks, with its address and title;
* which lines are the site's: `site_lines` menus, breadcrumbs and footers, `doubled_menu` a menu that stands twice;
* `title`: which line is the title; `top_lines` and `over_title` what stands over it;
* tables: `bar_tables` rows with bars between their cells, `lost_tables` rows whose cells have become lines, `glued`
  cells and words that have run together.
"""
