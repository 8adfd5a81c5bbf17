"""One module for each kind of page. Every view takes an `Ask` and gives an `Answer`."""
