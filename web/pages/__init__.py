"""One module for each kind of page. Every view takes an `Ask` and gives an `Answer`.

=============  ====================================================================================================
`home`         the first page; `searching` the search page; `lists` the lists and their files
`events`       one event; `programme` its sessions by day
`releases`     one press release; `others` pages that are neither, or were never read
`people`       one person; `organizations`, `places`, `themes`, `series` one of each
`shared`       what the pages of one page of the site have in common
`evidence`     the words that say a fact; `changes` one revision against another; `correcting` suggest a correction
`coverage`     what is in the archive and what is not; `picturing` the pictures; `about` method, data and API
`exporting`    whole tables as files; `robots` what search engines may read
=============  ====================================================================================================
"""
